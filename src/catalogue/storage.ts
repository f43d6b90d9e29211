/** Kinds of volume to put into a task. */
import type { VolumeTemplate } from './entry.ts';

/** The volumes in the order of the palette. */
export const volumeTemplates: readonly VolumeTemplate[] = [
  {
    id: 'task-volume',
    title: 'Task volume',
    kind: 'task',
    why: 'Empty at the start, gone with the task: for files that containers hand to each other.',
  },
  {
    id: 'efs',
    title: 'EFS',
    kind: 'efs',
    why: 'A file system that many tasks share and that outlives them all.',
    onlyOn: ['FARGATE', 'EC2', 'MANAGED_INSTANCES'],
  },
  {
    id: 'docker-volume',
    title: 'Docker volume',
    kind: 'docker',
    why: 'A volume of a Docker driver on the instance.',
    onlyOn: ['EC2', 'EXTERNAL'],
  },
  {
    id: 'ebs-at-launch',
    title: 'EBS at launch',
    kind: 'ebs',
    why: 'A disk of the task alone; the service or RunTask says which one when it starts the task.',
    onlyOn: ['FARGATE', 'EC2', 'MANAGED_INSTANCES'],
  },
];

/** Waits that mean something else than they seem to. */
import { items } from '../model/list.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { dependenciesOf } from './terms/dependencies.ts';
import { ec2, fargate } from './terms/examples.ts';
import { ROUTED, router, routersOf } from './terms/firelens.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';

const on = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });
const ENDS = { name: 'migrate', essential: false, startTimeout: 60 };
const shell = (line: string) => ({ command: ['sh', '-c', line] });

/** In reading order. */
export const waitingRules: readonly Rule[] = [
  {
    id: 'init-complete-vs-success',
    severity: 'info',
    title: 'COMPLETE does not mind a failure',
    why: 'COMPLETE holds as soon as a container has ended, also when it failed. SUCCESS asks for exit code 0.',
    source: api('ContainerDependency'),
    examples: {
      good: [{ title: 'SUCCESS', task: fargate({}, on('migrate', 'SUCCESS'), ENDS) }],
      bad: [{ title: 'COMPLETE', task: fargate({}, on('migrate', 'COMPLETE'), ENDS) }],
    },
    *check(reading) {
      for (const { waits, path, target, condition } of dependenciesOf(reading)) {
        if (condition !== 'COMPLETE' || !target) continue;
        const place = [...path, 'condition'];
        yield {
          path: place,
          message: `${waits.called} starts once ${target.called} has ended, even if that failed: wait for SUCCESS, if it needs what ${target.called} does.`,
          fix: {
            label: `Wait until ${target.called} has succeeded`,
            safe: false,
            edits: [{ op: 'set', path: place, value: 'SUCCESS' }],
          },
        };
      }
    },
  },
  {
    id: 'start-on-ended',
    severity: 'info',
    title: 'START on a container that ends',
    why: 'START holds from the moment a container has started, so it says nothing about its work being done.',
    source: from('amazon-ecs-agent, agent/engine/dependencygraph', 'https://github.com/aws/amazon-ecs-agent'),
    examples: {
      good: [
        { title: 'SUCCESS', task: fargate({}, on('migrate', 'SUCCESS'), ENDS) },
        { title: 'A container that stays', task: fargate({}, on('sidecar', 'START'), {}) },
      ],
      bad: [{ title: 'START', task: fargate({}, on('migrate', 'START'), ENDS) }],
    },
    *check(reading) {
      for (const { waits, path, target, condition } of dependenciesOf(reading)) {
        if (condition !== 'START' || !target || target.definition.essential !== false) continue;
        if (inferRole(target.definition, reading.task) !== 'init') continue;
        const place = [...path, 'condition'];
        const back = items(target.definition.dependsOn).length > 0;
        yield {
          path: place,
          message: `${waits.called} waits only for the start of ${target.called}, which seems to do some work and end: wait for SUCCESS, if ${waits.called} needs that work.`,
          ...(!back && {
            fix: {
              label: `Wait until ${target.called} has succeeded`,
              safe: false,
              edits: [{ op: 'set' as const, path: place, value: 'SUCCESS' }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'stop-timeout-missing',
    severity: 'info',
    title: 'A log router has 30 seconds to empty itself',
    why: 'When a task stops, the log router still holds lines. It gets 30 seconds after SIGTERM, where nothing else is written, and is then killed with what it holds. Fargate allows up to 120.',
    source: api('ContainerDefinition', 'stopTimeout'),
    examples: {
      good: [{ title: 'More time', task: fargate({}, ROUTED, { ...router(), stopTimeout: 60 }) }],
      bad: [{ title: 'Not written', task: fargate({}, ROUTED, router()) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'stopTimeout'];
        if (!missing(reading, path, definition.stopTimeout)) continue;
        yield {
          path,
          message: `The log router ${called} is killed 30 s after the stop signal, with the lines that it still holds: give it a "stopTimeout" that is longer than its retries take.`,
        };
      }
    },
  },
  {
    id: 'shell-swallows-signal',
    severity: 'info',
    title: 'A shell does not pass the stop signal on',
    why: 'Of a line with several commands the shell itself is the first process. It gets SIGTERM, passes it to nobody, and after stopTimeout everything is killed without a chance to finish. "exec" before the last command makes that one the first process.',
    source: from(
      'Docker documentation, ENTRYPOINT in shell form',
      'https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example',
    ),
    examples: {
      good: [
        { title: 'exec', task: fargate({}, shell('node migrate.js && exec node server.js')) },
        {
          title: 'One command, which the shell replaces itself with',
          task: fargate({}, shell('node server.js')),
        },
        {
          title: 'A container that ends by itself',
          task: ec2({}, {}, { ...shell('fetch && unpack'), essential: false }),
        },
      ],
      bad: [{ title: 'Two commands', task: fargate({}, shell('node migrate.js && node server.js')) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const words = [...items(definition.entryPoint), ...items(definition.command)].map(([word]) => word);
        const [program = '', flag, line = ''] = words;
        const last = line
          .split(/&&|\|\||;|\n/)
          .map((part) => part.trim())
          .filter(Boolean);
        // A script that waits for signals, or is to end by itself, is no service.
        const passes = /(^|\s)(exec|trap|tini|dumb-init|sleep|exit)\s/.test(line) || last.length < 2;
        if (!/(^|\/)(ba|da|a)?sh$/.test(program) || !/^-\w*c$/.test(flag ?? '') || passes) continue;
        if (
          definition.essential === false ||
          !known(reading, [...at, 'command']) ||
          !known(reading, [...at, 'entryPoint'])
        )
          continue;
        yield {
          path: [...at, definition.command?.length ? 'command' : 'entryPoint'],
          message: `${called} runs several commands in a shell, which does not pass SIGTERM on, so a stop lasts the whole stopTimeout and ends with SIGKILL: write "exec" before the last command.`,
        };
      }
    },
  },
];

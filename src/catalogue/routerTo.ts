/** FireLens routers: one container that takes the app's output, and the options that send it on. */
import { editsBetween } from '../edit/changes/editsBetween.ts';
import { awslogsOptions } from '../edit/changes/logs.ts';
import { addSidecar, routerOf, servedOnLinux } from '../edit/changes/wiring.ts';
import { changeOf } from '../edit/changes/writer.ts';
import type { LogConfiguration } from '../model/containerDefinition.ts';
import { isRefusal } from '../model/edit.ts';
import type { Json } from '../model/json.ts';
import type { NamedContainer } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Sidecar } from './entry.ts';

/** What tells one router from another. */
export interface RouterEntry
  extends Pick<Sidecar, 'id' | 'title' | 'why' | 'source' | 'roleNeeds' | 'brings'> {
  /** Where the lines go, for the card: "to Datadog, with its key as a secret". */
  readonly sends: string;
  /** `fluentbit` unless said. */
  readonly type?: 'fluentbit' | 'fluentd';
  /** The log options of the app, and secret ones. `now` is what it had before. */
  routed(
    task: TaskDefinition,
    app: NamedContainer,
    now: LogConfiguration | undefined,
  ): { readonly options: { readonly [option: string]: string }; readonly secretOptions?: readonly Json[] };
}

const IMAGES = {
  fluentbit: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
  fluentd: 'public.ecr.aws/docker/library/fluentd:v1.18-1',
} as const;

/** A router whose own output goes to CloudWatch by awslogs, and through which the app sends. A task takes one router. */
export function routerTo({ sends, type = 'fluentbit', routed, ...entry }: RouterEntry): Sidecar {
  return {
    ...entry,
    role: 'logRouter',
    adds: [
      `log-router, essential, with firelensConfiguration ${type}`,
      'its own output to CloudWatch by awslogs',
      `the output of the app by awsfirelens ${sends}; ECS starts the router first`,
    ],
    roleNeeds: ['Execution role: logs:CreateLogStream and logs:PutLogEvents for awslogs', ...entry.roleNeeds],
    change: (serves) =>
      changeOf(`Add a FireLens router ${sends}`, (writer) => {
        const { task } = writer;
        const app = servedOnLinux(task, serves);
        if (isRefusal(app)) return app;
        const router = routerOf(task);
        if (router !== undefined) {
          return {
            refused: `The task has a FireLens router already: ${router.name}. A task can have one; send logs to it by the driver awsfirelens.`,
            path: ['containerDefinitions', router.index, 'firelensConfiguration'],
          };
        }
        addSidecar(writer, {
          name: 'log-router',
          image: IMAGES[type],
          essential: true,
          firelensConfiguration: { type, options: { 'enable-ecs-log-metadata': 'true' } },
          logConfiguration: { logDriver: 'awslogs', options: awslogsOptions(task, 'firelens') },
        });
        const now = app?.definition.logConfiguration;
        if (app === undefined || now?.logDriver === 'awsfirelens') return undefined;
        const path = ['containerDefinitions', app.index, 'logConfiguration'];
        const next = { logDriver: 'awsfirelens', ...routed(task, app, now) };
        if (now === undefined) writer.override(path, next);
        else writer.edits.push(...editsBetween(path, now, next));
        return undefined;
      }),
  };
}

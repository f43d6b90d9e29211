/** Takes the trace segments of the app and hands them to AWS X-Ray. */
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

const ADDRESS = 'AWS_XRAY_DAEMON_ADDRESS';

/** Not essential: an app without traces is better than no app. */
export const xRayDaemon: Sidecar = {
  id: 'x-ray-daemon',
  title: 'X-Ray daemon',
  role: 'telemetry',
  why: 'Takes what the X-Ray SDK of the app sends to port 2000 and hands it to AWS in batches. Its support ends on 2027-02-25; for new work AWS advises OpenTelemetry: see the ADOT collector.',
  source: {
    text: 'AWS X-Ray developer guide, Running the X-Ray daemon on Amazon ECS: 32 CPU units, 256 MiB, UDP port 2000.',
    url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html',
    checked: '2026-11-25',
  },
  adds: [
    'xray-daemon, not essential, with a restart policy, on UDP port 2000',
    'the app waits for its START',
    `the app finds it by ${ADDRESS}`,
  ],
  roleNeeds: [
    'Task role: xray:PutTraceSegments, xray:PutTelemetryRecords, xray:GetSamplingRules, xray:GetSamplingTargets',
  ],
  brings: ['xray-daemon-eol', 'no-task-role'],
  change: (serves) =>
    changeOf('Add an X-Ray daemon', (writer) => {
      const app = servedOnLinux(writer.task, serves);
      if (isRefusal(app)) return app;
      const name = addSidecar(writer, {
        name: 'xray-daemon',
        image: 'public.ecr.aws/xray/aws-xray-daemon:3.x',
        essential: false,
        restartPolicy: { enabled: true },
        portMappings: [{ containerPort: 2000, protocol: 'udp' }],
        ...ownLogs(writer.task, 'xray'),
      });
      if (app === undefined) return undefined;
      waitFor(writer, app, name, 'START');
      if (!items(app.definition.environment).some(([variable]) => variable.name === ADDRESS)) {
        writer.append(['containerDefinitions', app.index, 'environment'], {
          name: ADDRESS,
          value: '127.0.0.1:2000',
        });
      }
      return undefined;
    }),
};

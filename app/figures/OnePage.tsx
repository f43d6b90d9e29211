import { useMemo } from 'react';
import { layout as layoutPart } from '../../src/edit/parts/layout.ts';
import { needs } from '../../src/edit/parts/needs.ts';
import { getPart } from '../../src/edit/parts/part.ts';
import { concernsOf, matrixOf } from '../../src/explain/concerns/concerns.ts';
import { story } from '../../src/explain/story.ts';
import { permissions, type Statement } from '../../src/iam/permissions.ts';
import { graph } from '../../src/model/graph.ts';
import { formatPath } from '../../src/model/path.ts';
import { startWaves } from '../../src/model/waves.ts';
import { densityOf } from '../../src/picture/density.ts';
import { layout } from '../../src/picture/layout.ts';
import { canvasSvg } from '../../src/picture/svg/canvasSvg.ts';
import { findingsOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { classNames } from '../ui/classNames.ts';
import { familyOf, lifecycleWords, type Shown, timelineFigure } from './figures.ts';
import './OnePage.css';
import { Picture } from '../ui/Picture.tsx';

/** All of the task on paper: canvas, timeline, concerns, story, findings, roles. Always light. */
export function OnePage({ shown, className }: { readonly shown: Shown; readonly className?: string }) {
  const { task, run } = shown;
  const reading = useDesign((state) => state.shown);
  const parts = useDesign((state) => state.design.parts);
  const findings = findingsOf(reading, parts);
  const own = useMemo(() => getPart(parts, needs), [parts]);
  const needed = useMemo(() => permissions(task, own), [task, own]);
  const canvas = useMemo(() => {
    const drawn = graph(task);
    const places = layout(drawn, {
      waves: startWaves(task),
      positions: getPart(parts, layoutPart).moved,
      density: densityOf(drawn),
    });
    return canvasSvg(places, drawn, { theme: 'light', title: 'The canvas' });
  }, [task, parts]);
  const timeline = useMemo(() => timelineFigure(shown, 'light'), [shown]);
  return (
    <article className={classNames('one-page', className)} data-theme="light">
      <h1>{familyOf(task)}</h1>
      <Picture svg={canvas} alt="The canvas; the task in plain words is below." className="one-page-figure" />
      <Picture svg={timeline} alt={`The timeline. ${lifecycleWords(shown)}`} className="one-page-figure" />
      <h2>Which fields settle what</h2>
      <Matrix shown={shown} own={own} />
      <h2>In plain words</h2>
      {story(task, run).map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      <h2>Findings</h2>
      {findings.length === 0 ? (
        <p>The rules have nothing to say.</p>
      ) : (
        <ul>
          {findings.map(({ rule, severity, message, path }) => (
            <li key={`${rule} ${formatPath(path)} ${message}`}>
              <strong>{severity}</strong> {message} <code>{formatPath(path)}</code>
            </li>
          ))}
        </ul>
      )}
      <h2>What the roles must allow</h2>
      <RoleTable title="Execution role" arn={task.executionRoleArn} statements={needed.execution} />
      <RoleTable title="Task role" arn={task.taskRoleArn} statements={needed.task} />
    </article>
  );
}

function Matrix({ shown, own }: { readonly shown: Shown; readonly own: Parameters<typeof concernsOf>[1] }) {
  const found = useMemo(() => concernsOf(shown.task, own), [shown.task, own]);
  const missing = found.flatMap(({ title, missing: list }) => list.map(({ text }) => ({ title, text })));
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {found.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixOf(found).map(({ field, counts }) => (
            <tr key={field}>
              <th scope="row">
                <code>{field}</code>
              </th>
              {found.map(({ id }) => (
                <td key={id}>{counts[id] === undefined ? '' : `✓ ${counts[id]}`}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <ul>
          {missing.map(({ title, text }) => (
            <li key={`${title} ${text}`}>
              <strong>{title}, missing:</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface RoleTableProps {
  readonly title: string;
  readonly arn: string | undefined;
  readonly statements: readonly Statement[];
}

function RoleTable({ title, arn, statements }: RoleTableProps) {
  return (
    <>
      <h3>
        {title} <code>{arn ?? 'none is named'}</code>
      </h3>
      {statements.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Actions</th>
              <th scope="col">On</th>
              <th scope="col">For</th>
            </tr>
          </thead>
          <tbody>
            {statements.map(({ sid, actions, resources, reasons }) => (
              <tr key={sid}>
                <td>{actions.join(', ')}</td>
                <td>{resources.join(', ')}</td>
                <td>
                  {[...new Set(reasons.map(({ name, text }) => (name ? `${name}: ${text}` : text)))].join(
                    '; ',
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

import { memo, type ReactNode } from 'react';
import { AXIS_HEIGHT, type TimelineGeometry } from '../../src/picture/timeline/geometry.ts';
import { selectNode } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export interface LaneNamesProps {
  readonly geometry: TimelineGeometry;
  readonly width: number;
  readonly selected: string | undefined;
  /** The icon of each container's role, by the key of its lane. */
  readonly icons: readonly { readonly key: string; readonly icon: IconName }[];
  /** Whether the whole run is in view. */
  readonly whole: boolean;
  /** What stands at the end of a name. */
  readonly action?: (key: string) => ReactNode;
}

/** The names of the lanes; they stay while the lanes are scrolled sideways. A press selects the container. */
export const LaneNames = memo(function LaneNames(props: LaneNamesProps) {
  const { geometry, width, selected, icons, whole, action } = props;
  const { lanes, laneHeight, realHeight, height } = geometry;
  const rowHeight = laneHeight + realHeight;
  const really = realHeight > 0 && <span className="timeline-really">real</span>;
  return (
    <div className="timeline-names" style={{ width, height }}>
      <div className="timeline-corner" style={{ height: AXIS_HEIGHT }}>
        <ZoomButtons whole={whole} />
      </div>
      <ul>
        {lanes.map(({ key, name, words }) => (
          <li
            key={key}
            className={classNames('timeline-name-row', key === selected && 'timeline-name-selected')}
            style={{ height: rowHeight, paddingTop: realHeight }}
          >
            {really}
            <button
              type="button"
              className="timeline-name"
              aria-pressed={key === selected}
              aria-label={words}
              onClick={() => selectNode(`container:${key}`)}
            >
              <Icon name={icons.find((lane) => lane.key === key)?.icon ?? 'container'} size={14} />
              <span title={name}>{name}</span>
            </button>
            {action?.(key)}
          </li>
        ))}
      </ul>
      <div
        className="timeline-name-row timeline-name-task"
        style={{ height: rowHeight, paddingTop: realHeight }}
      >
        {really}
        Task
      </div>
    </div>
  );
});

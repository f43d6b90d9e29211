import { Badge, CountBadge } from '../Badge.tsx';
import { Chip } from '../Chip.tsx';
import { ConditionLabel, ConditionLine, type ConditionName, conditionLooks } from '../ConditionLabel.tsx';
import { Icon } from '../Icon.tsx';
import { type IconName, icons } from '../icons.ts';
import { Kbd } from '../Kbd.tsx';
import { Logo } from '../Logo.tsx';
import { Meter } from '../Meter.tsx';
import { type LifecycleState, Pill, stateLooks } from '../Pill.tsx';
import { Part } from './Part.tsx';

const memory = [
  { id: 'app', label: 'app', value: 1024 },
  { id: 'envoy', label: 'envoy', value: 256 },
  { id: 'log-router', label: 'log-router', value: 128 },
  { id: 'secrets-init', label: 'secrets-init', value: 128 },
];

/** Signs of the page of parts. */
export function Signs() {
  return (
    <>
      <Part title="Icons, 16 grid">
        <div className="gallery-icons">
          <span className="gallery-icon">
            <Logo /> logo
          </span>
          {(Object.keys(icons) as IconName[]).map((name) => (
            <span key={name} className="gallery-icon">
              <Icon name={name} /> {name}
            </span>
          ))}
        </div>
      </Part>
      <Part title="States: a tint, a glyph and a word">
        <div className="gallery-row">
          {(Object.keys(stateLooks) as LifecycleState[]).map((state) => (
            <Pill key={state} state={state} />
          ))}
          <Pill state="waiting">Waits for config</Pill>
          <Pill state="stopping">SIGTERM, 10 s left</Pill>
          <Pill state="failed">Killed 137</Pill>
        </div>
      </Part>
      <Part title="Order: coloured, dashed, worded">
        <div className="gallery-halves">
          <div>
            {(Object.keys(conditionLooks) as ConditionName[]).map((condition) => (
              <div key={condition} className="gallery-condition">
                <ConditionLine condition={condition} />
                <span>
                  <ConditionLabel condition={condition} />
                </span>
                {conditionLooks[condition].words}
              </div>
            ))}
          </div>
          <div className="gallery-row">
            <ConditionLabel condition="START" implied />
            <ConditionLabel condition="SUCCESS" unmet />
            <ConditionLabel condition="COMPLETE" plain />
          </div>
        </div>
      </Part>
      <Part title="Counters, chips, keys, meters">
        <div className="gallery-row">
          <Badge severity="warning" count={1} />
          <Badge severity="error" count={2} />
          <Badge severity="info" count={1} />
          <CountBadge count={2} severity="warning" />
          <CountBadge count={1} severity="error" />
          <CountBadge count={12} />
          <Chip>Init</Chip>
          <Chip icon="proxy">Proxy</Chip>
          <Chip onSelect={() => {}}>app</Chip>
          <Kbd>⌘K</Kbd>
          <Kbd>esc</Kbd>
          <Meter label="Memory" segments={memory} total={2048} text="1.5 of 2 GB" />
          <Meter label="CPU" segments={memory} total={1024} text="1.5 of 1 vCPU" />
        </div>
      </Part>
    </>
  );
}

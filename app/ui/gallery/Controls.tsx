import { useState } from 'react';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { IconButton } from '../IconButton.tsx';
import { Section } from '../Section.tsx';
import { SegmentedControl } from '../SegmentedControl.tsx';
import { Splitter } from '../Splitter.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { Toggle } from '../Toggle.tsx';
import { Part } from './Part.tsx';

type Panel = 'inspect' | 'json' | 'problems';

/** Controls of the page of parts. */
export function Controls() {
  const [essential, setEssential] = useState(true);
  const [init, setInit] = useState(false);
  const [agree, setAgree] = useState(true);
  const [view, setView] = useState('canvas');
  const [panel, setPanel] = useState<Panel>('inspect');
  const [width, setWidth] = useState(180);
  const [tabs] = useState(() => `tabs-${crypto.randomUUID()}`);
  return (
    <>
      <Part title="Controls, 28 high (24 in dense rows)">
        <div className="gallery-row">
          <Button variant="primary">Insert</Button>
          <Button>Export</Button>
          <Button variant="plain">Not now</Button>
          <Button variant="danger">Delete</Button>
          <Button disabled>Paste</Button>
          <Button disabledReason="There is nothing to undo.">Undo</Button>
          <IconButton icon="play" label="Play" variant="secondary" shortcut="Space" />
          <Button size="dense">Add a health check</Button>
          <IconButton icon="tidy" label="Tidy" variant="secondary" size="dense" />
          <IconButton icon="more" label="More" />
          <Button variant="plain" icon="plus">
            Depends on…
          </Button>
        </div>
        <div className="gallery-row">
          <Toggle label="Essential" offLabel="Not essential" checked={essential} onChange={setEssential} />
          <Toggle label="Essential" offLabel="Not essential" checked={init} onChange={setInit} />
          <Toggle
            label="Read only"
            checked
            disabledReason="Another container writes to it."
            onChange={() => {}}
          />
          <Checkbox label="Enable ECS Exec" checked={agree} onChange={setAgree} />
          <Checkbox label="Some of them" checked="mixed" onChange={() => {}} />
          <Checkbox label="Not here" checked={false} disabled onChange={() => {}} />
          <SegmentedControl
            label="View"
            value={view}
            onChange={setView}
            segments={[
              { value: 'canvas', label: 'Canvas', icon: 'tidy' },
              { value: 'outline', label: 'Outline', icon: 'outline' },
              { value: 'both', label: 'Both' },
            ]}
          />
        </div>
      </Part>
      <Part title="Tabs and folding groups">
        <div className="gallery-halves">
          <div className="gallery-panel">
            <Tabs
              id={tabs}
              label="Panel"
              active={panel}
              onChange={setPanel}
              tabs={[
                { id: 'inspect', label: 'Inspect' },
                { id: 'json', label: 'JSON' },
                { id: 'problems', label: 'Problems', badge: { count: 2, severity: 'warning' } },
              ]}
              end={<IconButton icon="more" label="More" />}
            />
            <TabPanel tabs={tabs} id={panel}>
              <Section title="General">
                <p>Panel {panel}.</p>
              </Section>
              <Section
                title="Health check"
                summary="curl, every 5 s"
                defaultOpen={false}
                badge={{ count: 1, severity: 'error' }}
              />
            </TabPanel>
          </div>
          <div className="gallery-panels">
            <p style={{ width }}>{width} px</p>
            <Splitter
              label="Width of the panel"
              orientation="vertical"
              value={width}
              min={80}
              max={280}
              defaultValue={180}
              onChange={setWidth}
            />
            <p>The rest</p>
          </div>
        </div>
      </Part>
    </>
  );
}

import { useState } from 'react';
import { Combobox } from '../Combobox.tsx';
import { Icon } from '../Icon.tsx';
import { type KeyValueRow, KeyValueTable } from '../KeyValueTable.tsx';
import { ListField } from '../ListField.tsx';
import { NumberField } from '../NumberField.tsx';
import { SearchField } from '../SearchField.tsx';
import { Select } from '../Select.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextField } from '../TextField.tsx';
import { Part } from './Part.tsx';

const initial: readonly KeyValueRow[] = [
  { id: '1', name: 'LOG_LEVEL', value: 'info' },
  { id: '2', name: 'API_KEY', value: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog' },
  { id: '3', name: 'PORT', value: '3000', lit: true },
  { id: '4', name: 'PORT', value: '8080', error: 'PORT stands here twice; the later one counts.' },
];

const conditions = [
  { value: 'START', label: 'START' },
  { value: 'SUCCESS', label: 'SUCCESS' },
  { value: 'HEALTHY', label: 'HEALTHY' },
  { value: 'COMPLETE', label: 'COMPLETE', disabledReason: 'app is essential' },
];

/** Fields of the page of parts. */
export function Fields({ theme }: { readonly theme: string }) {
  const [name, setName] = useState('app');
  const [interval, setInterval] = useState<number | undefined>();
  const [stop, setStop] = useState<number | undefined>(180);
  const [condition, setCondition] = useState('HEALTHY');
  const [image, setImage] = useState('envoyproxy/envoy:v1.31.2');
  const [search, setSearch] = useState('');
  const [json, setJson] = useState('{ "initProcessEnabled": true }');
  const [rows, setRows] = useState(initial);
  const [items, setItems] = useState(['sh', '-c', 'exec node server.js']);
  const put = (index: number, change: Partial<KeyValueRow>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <>
      <Part title="Fields">
        <div className="gallery-columns">
          <NumberField
            label="Interval"
            unit="s"
            defaultValue={30}
            min={5}
            max={300}
            value={interval}
            onCommit={setInterval}
          />
          <TextField
            label="Name"
            hint="letters, digits, - and _"
            value={name}
            onCommit={setName}
            id={`name-${theme}`}
          />
          <NumberField
            label="Stop timeout"
            unit="s"
            value={stop}
            onCommit={setStop}
            error={(stop ?? 0) > 120 && 'Fargate takes 2 to 120'}
          />
          <Select
            label="Condition"
            icon="heart"
            tone="healthy"
            hint="first at 12.0 s"
            value={condition}
            onChange={setCondition}
            options={conditions}
          />
          <Combobox
            label="Image"
            mono
            value={image}
            onCommit={setImage}
            suggestions={[
              { value: 'envoyproxy/envoy:v1.31.2', detail: 'its health check needs bash' },
              { value: 'public.ecr.aws/nginx/nginx:1.27' },
              { value: 'redis:7', icon: 'cache' },
            ]}
          />
          <SearchField label="Add anything" value={search} onChange={setSearch} shortcut="A" />
          <TextField label="Memory" layout="row" value="1024" suffix="MiB" />
          <TextField label="Family" value="receipts" disabled />
          <TextArea
            label="Linux parameters"
            mono
            rows={2}
            value={json}
            onCommit={setJson}
            warning="Fargate takes none of them."
          />
        </div>
      </Part>
      <Part title="Table and list">
        <div className="gallery-halves">
          <KeyValueTable
            label="Environment"
            noun="variable"
            nameLabel="Variable"
            valueLabel="Value"
            rows={rows}
            onName={(index, next) => put(index, { name: next })}
            onValue={(index, value) => put(index, { value })}
            onAdd={(next, value) => setRows([...rows, { id: crypto.randomUUID(), name: next, value }])}
            onRemove={(index) => setRows(rows.filter((_, at) => at !== index))}
            extra={{
              label: 'From',
              render: (row) =>
                row.name === 'API_KEY' ? (
                  <>
                    <Icon name="key" size={12} /> secret
                  </>
                ) : (
                  'plain'
                ),
            }}
          />
          <ListField
            label="Command"
            noun="argument"
            items={items}
            hint="Replaces the CMD of the image."
            onItem={(index, value) => setItems(items.map((item, at) => (at === index ? value : item)))}
            onAdd={(value) => setItems([...items, value])}
            onRemove={(index) => setItems(items.filter((_, at) => at !== index))}
            onMove={(from, to) => {
              const moved = items.filter((_, at) => at !== from);
              moved.splice(to, 0, items[from] ?? '');
              setItems(moved);
            }}
          />
        </div>
      </Part>
    </>
  );
}

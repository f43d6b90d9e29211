import { describe, expect, it, test } from 'vitest';
import type { Edit } from '../../model/edit.ts';
import { isRefusal } from '../../model/edit.ts';
import type { Path } from '../../model/path.ts';
import type { Source } from '../../model/reading.ts';
import { check } from '../../rules/check.ts';
import { cannotEdit, patch, read } from '../index.ts';
import './index.ts';
import { cloudformationJson, cloudformationYaml } from './index.ts';

const TEMPLATE = `Parameters:
  Tag: { Type: String, Default: "7" }
  Size: { Type: Number, Default: 256 }
  Nameless: { Type: String }
Conditions:
  Small: !Equals [!Ref Size, '256']
  Unknowable: !Equals [!Ref Nameless, 'a']
Mappings:
  Images: { prod: { web: acme/web } }
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: 256
      Memory: !Ref Size
      NetworkMode: awsvpc
      ProxyConfiguration:
        Type: APPMESH
        ContainerName: web
        ProxyConfigurationProperties: [{ Name: AppPorts, Value: 8080 }]
      Volumes:
        - Name: data
          EFSVolumeConfiguration:
            FilesystemId: fs-1
            AuthorizationConfig: { IAM: ENABLED }
        - Name: share
          FSxWindowsFileServerVolumeConfiguration: { FileSystemId: fs-2, RootDirectory: '\\data' }
        - Name: bucket
          S3FilesVolumeConfiguration: { FileSystemArn: arn }
      ContainerDefinitions:
        - !If
          - Small
          - !Ref AWS::NoValue
          - { Name: helper, Image: acme/helper }
        - Name: !Sub '\${AWS::StackName}-web'
          Image: !Sub 'acme/web:\${Tag}' # the tag
          Memory: "128"
          Essential: "true"
          Command: !If [Unknowable, [serve], !Ref AWS::NoValue]
          Environment: &shared
            - Name: A
              Value: 1
        - Name: side
          Image: !Join ['', [!FindInMap [Images, prod, web], ':2']]
          Environment: *shared
          DependsOn:
            - { ContainerName: !Join ['-', [!Ref AWS::StackName, web]], Condition: START }
`;
const SOURCE: Source = { lens: 'cloudformation-yaml', root: ['Resources', 'Web', 'Properties'] };
const FILLED: Source = { ...SOURCE, switches: { parameters: true } };

const task = (source = SOURCE, text = TEMPLATE) => read(text, source).task;

describe('reading a template', () => {
  test('names are those of the API, also the six that differ in more than case', () => {
    expect(task().proxyConfiguration).toEqual({
      type: 'APPMESH',
      containerName: 'web',
      properties: [{ name: 'AppPorts', value: '8080' }],
    });
    expect(task().volumes).toEqual([
      {
        name: 'data',
        efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
      },
      {
        name: 'share',
        fsxWindowsFileServerVolumeConfiguration: { fileSystemId: 'fs-2', rootDirectory: '\\data' },
      },
      { name: 'bucket', s3filesVolumeConfiguration: { fileSystemArn: 'arn' } },
    ]);
  });

  test('numbers for texts and texts for numbers and words are taken as CloudFormation takes them', () => {
    expect(task().cpu).toBe('256');
    expect(task().containerDefinitions?.[0]).toMatchObject({ memory: 128, essential: true });
  });

  test('what the stack fills in is opaque, shown in one way however it is written, and judged by no rule', () => {
    const reading = read(TEMPLATE, SOURCE);
    expect(reading.whole).toBe(true);
    expect(reading.task.containerDefinitions?.map((one) => one?.name)).toEqual([
      '${AWS::StackName}-web',
      'side',
    ]);
    expect(reading.task.containerDefinitions?.[1]?.dependsOn?.[0]?.containerName).toBe(
      '${AWS::StackName}-web',
    );
    expect(reading.opaque.get('/containerDefinitions/0/image')).toBe('acme/web:${Tag}');
    expect(reading.opaque.get('/memory')).toBe('${Size}');
    const rules = check(reading).map(({ rule }) => rule);
    expect(rules).not.toContain('placeholder');
    expect(rules).not.toContain('family-missing');
    expect(rules).not.toContain('depends-on-unknown');
  });

  test('parameters stand for their defaults when asked to', () => {
    const { containerDefinitions, memory } = task(FILLED);
    expect(containerDefinitions?.[0]?.image).toBe('acme/web:7');
    expect(memory).toBe('256');
    expect(containerDefinitions?.[1]?.image).toBe('acme/web:2');
  });

  test('a condition goes as defaults tell, else as true, and either way by its switch', () => {
    expect(task().containerDefinitions?.[0]?.command).toEqual(['serve']);
    const other = { ...SOURCE, switches: { 'condition:Small': false, 'condition:Unknowable': false } };
    expect(task(other).containerDefinitions?.map((one) => one?.name)).toEqual([
      'helper',
      '${AWS::StackName}-web',
      'side',
    ]);
    expect(task(other).containerDefinitions?.[1]?.command).toBeUndefined();
  });

  test('what an anchor holds is seen where its alias stands', () => {
    expect(task().containerDefinitions?.[1]?.environment).toEqual([{ name: 'A', value: '1' }]);
  });

  test('a name in the wrong case is named where it stands, and its absence is not judged', () => {
    const reading = read(TEMPLATE.replace('Image: !Sub', 'image: !Sub'), SOURCE);
    const problem = reading.problems.find(({ kind }) => kind === 'unknown-member');
    expect(problem?.message).toBe(
      'CloudFormation knows no member "image" in containerDefinitions[0]. Perhaps Image is meant.',
    );
    expect(reading.text.slice(problem?.place.start, problem?.place.end)).toBe('image');
    expect(check(reading).filter(({ rule }) => rule === 'image-missing')).toEqual([]);
  });

  test('places are those of the template', () => {
    const { places, text } = read(TEMPLATE, SOURCE);
    const place = places.value(['containerDefinitions', 0, 'memory']);
    expect(text.slice(place?.start, place?.end)).toBe('"128"');
    expect(places.pathAt(text.indexOf('AppPorts') + 1)).toEqual([
      'proxyConfiguration',
      'properties',
      0,
      'name',
    ]);
  });
});

describe('editing a template in place', () => {
  const edited = (edits: readonly Edit[], text = TEMPLATE, source = SOURCE) => patch(text, source, edits);
  const changedLines = (after: string, before = TEMPLATE) => {
    const old = before.split('\n');
    const now = after.split('\n');
    return {
      gone: old.filter((line) => !now.includes(line)),
      come: now.filter((line) => !old.includes(line)),
    };
  };

  it('changes one scalar in its own style', () => {
    const after = edited([{ op: 'set', path: ['containerDefinitions', 0, 'memory'], value: 256 }]);
    expect(after).toBe(TEMPLATE.replace('Memory: "128"', 'Memory: "256"'));
    expect(edited([{ op: 'set', path: ['cpu'], value: '512' }])).toBe(
      TEMPLATE.replace('Cpu: 256', 'Cpu: 512'),
    );
  });

  it('counts items as the task does, whatever conditions leave out', () => {
    const after = edited([{ op: 'set', path: ['containerDefinitions', 1, 'name'], value: 'other' }]);
    expect(after).toBe(TEMPLATE.replace('Name: side', 'Name: other'));
    const added = edited([
      { op: 'insert', path: ['containerDefinitions', 2], value: { name: 'new', image: 'a:1' } },
    ]);
    expect(added).toBe(`${TEMPLATE}        - Name: new\n          Image: a:1\n`);
  });

  it('adds members in the style of their neighbours and takes them out to the byte', () => {
    const value = { command: ['CMD-SHELL', 'true'], interval: 5 };
    const path = ['containerDefinitions', 1, 'healthCheck'];
    const after = edited([{ op: 'set', path, value }]);
    expect(changedLines(String(after))).toEqual({
      gone: [],
      come: ['          HealthCheck:', "            Command: [CMD-SHELL, 'true']", '            Interval: 5'],
    });
    expect(edited([{ op: 'remove', path }], String(after))).toBe(TEMPLATE);
  });

  it('puts new members beside their kin', () => {
    const after = edited([{ op: 'set', path: ['containerDefinitions', 0, 'entryPoint'], value: ['a'] }]);
    expect(after).toBe(
      TEMPLATE.replace('          Command:', '          EntryPoint: [a]\n          Command:'),
    );
    const reserved = edited([
      { op: 'set', path: ['containerDefinitions', 0, 'memoryReservation'], value: 64 },
    ]);
    expect(reserved).toBe(
      TEMPLATE.replace('Memory: "128"\n', 'Memory: "128"\n          MemoryReservation: 64\n'),
    );
    const json = '{"Type":"AWS::ECS::TaskDefinition","Properties":{"Cpu":"256","Family":"a"}}';
    const file = `{"Resources":{"T":${json}}}`;
    const source = { lens: 'cloudformation-json', root: ['Resources', 'T', 'Properties'] };
    expect(edited([{ op: 'set', path: ['memory'], value: '512' }], file, source)).toBe(
      file.replace('"256",', '"256","Memory":"512",'),
    );
  });

  it('names new members as the template does', () => {
    const path = ['volumes', 0, 'efsVolumeConfiguration'];
    const after = edited([
      { op: 'set', path, value: { fileSystemId: 'fs-9', authorizationConfig: { iam: 'DISABLED' } } },
    ]);
    expect(after).toBe(
      TEMPLATE.replace('FilesystemId: fs-1', 'FilesystemId: fs-9').replace('IAM: ENABLED', 'IAM: DISABLED'),
    );
  });

  it.each([
    ['a way of a condition', ['containerDefinitions', 0, 'command'], SOURCE],
    ['an item inside it', ['containerDefinitions', 0, 'command', 0], SOURCE],
    ['what an anchor shares', ['containerDefinitions', 0, 'environment', 0, 'value'], SOURCE],
    ['what an alias brings', ['containerDefinitions', 1, 'environment', 0, 'value'], SOURCE],
    ["a parameter's default", ['memory'], FILLED],
  ])('refuses %s, and says why', (_what, path, source) => {
    const refused = edited([{ op: 'set', path, value: 'x' }], TEMPLATE, source);
    expect(isRefusal(refused) && refused.refused).toMatch(
      /is only shown\. .*Change it in the text of the template\.$/,
    );
    expect(cannotEdit(read(TEMPLATE, source), path)).toEqual(refused);
    expect(cannotEdit(read(TEMPLATE, SOURCE), ['cpu'])).toBeUndefined();
  });

  it('does not put back what a condition leaves out', () => {
    const source = { ...SOURCE, switches: { 'condition:Unknowable': false } };
    const refused = edited(
      [{ op: 'set', path: ['containerDefinitions', 0, 'command'], value: ['x'] }],
      TEMPLATE,
      source,
    );
    expect(isRefusal(refused)).toBe(true);
  });

  it('carries a container to another place with its comment and functions', () => {
    const after = edited([
      { op: 'move', from: ['containerDefinitions', 1], path: ['containerDefinitions', 0] },
    ]);
    expect(isRefusal(after)).toBe(true);
    const plain = TEMPLATE.replace('*shared', '[]').replace('&shared', '');
    const moved = String(
      edited([{ op: 'move', from: ['containerDefinitions', 1], path: ['containerDefinitions', 0] }], plain),
    );
    expect(task(SOURCE, moved).containerDefinitions?.map((one) => one?.name)).toEqual([
      'side',
      '${AWS::StackName}-web',
    ]);
    expect(moved.split('\n').toSorted()).toEqual(plain.split('\n').toSorted());
    expect(
      edited([{ op: 'move', from: ['containerDefinitions', 0], path: ['containerDefinitions', 1] }], moved),
    ).toBe(plain);
  });

  it('replaces a function when asked to', () => {
    const after = edited([{ op: 'set', path: ['containerDefinitions', 0, 'image'], value: 'acme/web:8' }]);
    expect(after).toBe(TEMPLATE.replace("!Sub 'acme/web:${Tag}'", 'acme/web:8'));
  });

  it('keeps line ends, and a file without one at its end', () => {
    for (const text of [TEMPLATE.replaceAll('\n', '\r\n'), TEMPLATE.trimEnd()]) {
      const path = ['containerDefinitions', 1, 'cpu'];
      const after = String(edited([{ op: 'set', path, value: 64 }], text));
      expect(task(SOURCE, after).containerDefinitions?.[1]?.cpu).toBe(64);
      expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r'));
      expect(edited([{ op: 'remove', path }], after)).toBe(text);
    }
  });

  it('spells the empty brackets of a JSON template with the lines that stood between them', () => {
    const text = `{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": {
  "ContainerDefinitions": [{ "Name": "a", "Links": [

  ] }]
} } } }`;
    const source: Source = { lens: 'cloudformation-json', root: ['Resources', 'T', 'Properties'] };
    const links: Path = ['containerDefinitions', 0, 'links'];
    const added = patch(text, source, [{ op: 'insert', path: [...links, 0], value: 'db' }]);
    const back = isRefusal(added)
      ? added
      : patch(added, source, [
          { op: 'remove', path: [...links, 0] },
          { op: 'set', path: links, value: [], written: '[\n\n  ]' },
        ]);
    expect(back).toBe(text);
  });

  it('edits JSON templates with the writer for JSON', () => {
    const text = JSON.stringify(
      {
        Resources: {
          T: {
            Type: 'AWS::ECS::TaskDefinition',
            Properties: { ContainerDefinitions: [{ Name: 'a', Image: { Ref: 'I' } }] },
          },
        },
      },
      null,
      2,
    );
    const source = cloudformationJson.detect(text);
    expect(source).toEqual({ lens: 'cloudformation-json', root: ['Resources', 'T', 'Properties'] });
    if (source === undefined) return;
    const after = patch(text, source, [
      { op: 'set', path: ['containerDefinitions', 0, 'memoryReservation'], value: 64 },
    ]);
    expect(after).toBe(
      text.replace(
        '"Ref": "I"\n            }',
        '"Ref": "I"\n            },\n            "MemoryReservation": 64',
      ),
    );
  });
});

describe('texts that mean harm, or nothing', () => {
  const bomb = `Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Tags:\n        - &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, n) => `        - &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]\n`).join('')}`;
  it.each([
    ['aliases of aliases', bomb],
    ['an alias of itself', 'Resources:\n  T: &t\n    Type: AWS::ECS::TaskDefinition\n    Properties: *t\n'],
    [
      'depth',
      `Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: ${'['.repeat(20_000)}\n`,
    ],
    ['tabs', 'Resources:\n\tT:\n\t\tType: AWS::ECS::TaskDefinition\n'],
    ['a text without an end', 'Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: "a\n'],
    ['nothing', ''],
    ['a bare carriage return', TEMPLATE.replaceAll('\n', '\r')],
  ])('%s: is read without a throw and takes no edit that it cannot take', (_what, text) => {
    const source = cloudformationYaml.detect(text) ?? { ...SOURCE, root: ['Resources', 'T', 'Properties'] };
    const reading = read(text, source);
    const after = patch(text, source, [{ op: 'set', path: ['cpu'], value: '256' }]);
    if (!reading.whole) expect(isRefusal(after)).toBe(true);
    else expect(isRefusal(after) || read(after, source).task.cpu).toBe('256');
  });

  test('the last of two keys counts', () => {
    const text = TEMPLATE.replace('Cpu: 256\n', 'Cpu: 256\n      Cpu: 512\n');
    expect(task(SOURCE, text).cpu).toBe('512');
    expect(read(text, SOURCE).problems.map(({ kind }) => kind)).toContain('duplicate-member');
    expect(patch(text, SOURCE, [{ op: 'remove', path: ['cpu'] }])).toBe(
      TEMPLATE.replace('      Cpu: 256\n', ''),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Edit } from '../model/edit.ts';
import { refusal, write } from './testing/written.ts';

const app = ['containerDefinitions', 0] as const;

const wide = `{
    "family": "web",
    "containerDefinitions": [
        {
            "name": "app",
            "command": ["sh", "-c"],
            "environment": [
                { "name": "A", "value": "1" }
            ],
            "links": []
        }
    ]
}
`;

describe('a new member', () => {
  test('stands at the end of its object, indented as its neighbours', () => {
    expect(write(wide, { op: 'set', path: [...app, 'privileged'], value: false })).toBe(
      wide.replace('"links": []\n', '"links": [],\n            "privileged": false\n'),
    );
  });

  test.each([
    ['essential', '            "name": "app",\n', '            "essential": 1,\n'],
    ['workingDirectory', '            "command": ["sh", "-c"],\n', '            "workingDirectory": 1,\n'],
    [
      'portMappings',
      '                { "name": "A", "value": "1" }\n            ],\n',
      '            "portMappings": 1,\n',
    ],
  ])('stands beside its kin: %s', (name, before, line) => {
    const written = write(wide, { op: 'set', path: [...app, name], value: 1 });
    expect(written).toBe(wide.replace(before, before + line));
    expect(write(written, { op: 'remove', path: [...app, name] })).toBe(wide);
  });

  test('stands beside its kin in their line', () => {
    const text = '{\n  "cpu": "256", "tags": [],\n  "ipcMode": "task"\n}';
    const written = write(text, { op: 'set', path: ['memory'], value: '512' });
    expect(written).toBe(text.replace('"256", ', '"256", "memory": "512", '));
    expect(write(written, { op: 'remove', path: ['memory'] })).toBe(text);
  });

  test('takes the missing objects around it along', () => {
    const written = write(wide, {
      op: 'set',
      path: [...app, 'logConfiguration', 'options', 'a'],
      value: 'b',
    });
    expect(written).toContain(`            "links": [],
            "logConfiguration": {
                "options": {
                    "a": "b"
                }
            }
        }`);
  });

  test('stays in the line of an object that has one line', () => {
    const path = [...app, 'environment', 0, 'extra'];
    expect(write(wide, { op: 'set', path, value: { deep: [1] } })).toContain(
      '{ "name": "A", "value": "1", "extra": { "deep": [1] } }',
    );
  });

  test('has the colon, the line ends and the tabs of the file', () => {
    const text = '{\r\n\t"a" : 1\r\n}';
    expect(write(text, { op: 'set', path: ['b'], value: { c: 2 } })).toBe(
      '{\r\n\t"a" : 1,\r\n\t"b" : {\r\n\t\t"c" : 2\r\n\t}\r\n}',
    );
  });

  test('has the colons of the item beside it, where the file has others', () => {
    const text =
      '{\n  "family": "a",\n  "cpu": "1",\n  "tags" : [\n    { "key" : "a", "value" : "b" }\n  ]\n}';
    expect(write(text, { op: 'insert', path: ['tags', 1], value: { key: 'c', value: 'd' } })).toBe(
      text.replace('"b" }\n', '"b" },\n    { "key" : "c", "value" : "d" }\n'),
    );
    const mixed = text.replace('"value" :', '"value":');
    expect(write(mixed, { op: 'insert', path: ['tags', 1], value: { key: 'c', value: 'd' } })).toBe(
      mixed.replace('"b" }\n', '"b" },\n    { "key" : "c", "value": "d" }\n'),
    );
  });

  test('goes without blanks into a file without blanks', () => {
    expect(write('{"a":[{"b":1}]}', { op: 'insert', path: ['a', 1], value: { b: 2, c: ['x', 'y'] } })).toBe(
      '{"a":[{"b":1},{"b":2,"c":["x","y"]}]}',
    );
  });

  test('keeps a trailing comma trailing', () => {
    expect(write('{\n  "a": 1,\n}', { op: 'set', path: ['b'], value: 2 })).toBe('{\n  "a": 1,\n  "b": 2,\n}');
  });

  test('follows the comment behind the member before it', () => {
    expect(write('{\n  "a": 1 // one\n}', { op: 'set', path: ['b'], value: 2 })).toBe(
      '{\n  "a": 1, // one\n  "b": 2\n}',
    );
  });

  test('leaves a comment behind the opening bracket where it is', () => {
    expect(write('{"l": [ // list\n  1\n]}', { op: 'insert', path: ['l', 0], value: 0 })).toBe(
      '{"l": [ // list\n  0,\n  1\n]}',
    );
  });
});

describe('a new item', () => {
  test('has one line where its neighbours have one', () => {
    const path = [...app, 'environment', 1];
    expect(
      write(wide, { op: 'insert', path, value: { name: 'B', value: '2' } }),
    ).toContain(`            "environment": [
                { "name": "A", "value": "1" },
                { "name": "B", "value": "2" }
            ],`);
  });

  test('has its lists in one line where the file has such lists in one line', () => {
    const path = ['containerDefinitions', 1];
    expect(
      write(wide, { op: 'insert', path, value: { name: 'db', command: ['a', 'b'] } }),
    ).toContain(`        },
        {
            "name": "db",
            "command": ["a", "b"]
        }
    ]`);
  });

  test('opens an empty list that other lists of the file show to be of several lines', () => {
    expect(
      write(wide, { op: 'insert', path: ['volumes', 0], value: { name: 'data', host: {} } }),
    ).toContain(`    ],
    "volumes": [
        {
            "name": "data",
            "host": {}
        }
    ]
}`);
  });

  test('stands under its bracket where the file has it so, as PowerShell writes it', () => {
    const text = `{
    "family":  "web",
    "containerDefinitions":  [
                                 {
                                     "name":  "app",
                                     "links":  [

                                               ]
                                 }
                             ]
}`;
    const linux = write(
      text,
      { op: 'insert', path: [...app, 'links', 0], value: 'db' },
      { op: 'set', path: [...app, 'linuxParameters', 'tmpfs'], value: [{ size: 64 }] },
    );
    expect(linux.split('\n').slice(5, 17)).toEqual([
      '                                     "links":  [',
      '                                                   "db"',
      '                                               ],',
      '                                     "linuxParameters":  {',
      '                                                             "tmpfs":  [',
      '                                                                           {',
      '                                                                               "size":  64',
      '                                                                           }',
      '                                                                       ]',
      '                                                         }',
      '                                 }',
      '                             ]',
    ]);
    const labels = { op: 'set', path: [...app, 'linuxParameters'], value: { tmpfs: [] } } as const;
    expect(write(linux, labels)).toContain('"tmpfs":  []');
  });

  test('stands behind the bracket of the one before it where items stand so', () => {
    const text = `{
  "containerDefinitions": [{
    "name": "a"
  }]
}`;
    expect(write(text, { op: 'insert', path: ['containerDefinitions', 1], value: { name: 'b' } })).toBe(`{
  "containerDefinitions": [{
    "name": "a"
  }, {
    "name": "b"
  }]
}`);
  });

  test('is indented within as most of its neighbours are, where these stand further in than they do', () => {
    const text = `{
  "a": {
          "b": [
              1
          ],
          "c": {
              "d": 2
          }
  }
}`;
    expect(write(text, { op: 'set', path: ['a', 'e'], value: { f: 3 } })).toBe(
      text.replace('          }\n', '          },\n          "e": {\n              "f": 3\n          }\n'),
    );
  });

  test('goes into the line of its bracket where most values of its name do', () => {
    const text = `{
  "containerDefinitions": [
    { "command": ["a", "b"] },
    { "command": ["c"], "healthCheck": {
      "command": [
        "d"
      ]
    } },
    {
      "name": "e"
    }
  ]
}`;
    const path = ['containerDefinitions', 2, 'command', 0];
    expect(write(text, { op: 'insert', path, value: 'f' })).toBe(
      text.replace('"e"\n', '"e",\n      "command": ["f"]\n'),
    );
  });

  test('has the colon that most of its neighbours have', () => {
    const text = '{\n  "a": 1,\n  "b": 2,\n  "c" : 3\n}';
    expect(write(text, { op: 'set', path: ['d'], value: { e: 4 } })).toBe(
      text.replace('3\n', '3,\n  "d": {\n    "e": 4\n  }\n'),
    );
  });

  test('is indented by what the file is indented by, where its neighbours mix tabs and blanks', () => {
    const text = '{\n\t"a": {\n\t\t"b": {\n\t\t\t "c": 1\n\t\t}\n\t}\n}';
    expect(write(text, { op: 'set', path: ['a', 'b', 'd'], value: { e: 2 } })).toBe(
      text.replace('1\n', '1,\n\t\t\t "d": {\n\t\t\t \t"e": 2\n\t\t\t }\n'),
    );
  });

  test('goes between two others, first or last', () => {
    expect(write('[1, 2]', { op: 'insert', path: [...['containerDefinitions'], 1], value: 9 })).toBe(
      '[1, 9, 2]',
    );
    expect(write('[1, 2]', { op: 'insert', path: ['containerDefinitions', 0], value: 9 })).toBe('[9, 1, 2]');
    expect(write('[1, 2]', { op: 'insert', path: ['containerDefinitions', 2], value: 9 })).toBe('[1, 2, 9]');
  });
});

describe('an existing value', () => {
  test('is replaced alone', () => {
    expect(write('{ "a" :1 , "b":  2}', { op: 'set', path: ['b'], value: 'x' })).toBe(
      '{ "a" :1 , "b":  "x"}',
    );
  });

  test('keeps its spelling when it is set to what it is', () => {
    const text = '{"a": 1.0, "b": 1e3, "c": "\\u0041", "d": [1.0, 2]}';
    for (const [key, value] of Object.entries(JSON.parse(text))) {
      expect(write(text, { op: 'set', path: [key], value: value as number })).toBe(text);
    }
    expect(write(text, { op: 'set', path: ['d'], value: [1, 3] })).toContain('"d": [1.0, 3]');
  });

  test('changes only where it differs when a whole object is set', () => {
    const text = '{"h": { "command" : ["CMD",  "x"], "retries":3, "own": 1e2 }}';
    const value = { command: ['CMD', 'x'], retries: 4, own: 100 };
    expect(write(text, { op: 'set', path: ['h'], value })).toBe(text.replace(':3', ':4'));
  });

  test('loses the members that the new object does not have', () => {
    expect(write('{"h": {"a": 1, "b": 2}}', { op: 'set', path: ['h'], value: { b: 2, c: 3 } })).toBe(
      '{"h": {"b": 2, "c": 3}}',
    );
  });

  test('that is null gives way to what is set inside it', () => {
    expect(write('{"a": null, "l": null}', { op: 'set', path: ['a', 'b'], value: 1 })).toContain(
      '"a": {"b": 1}',
    );
    expect(write('{"a": null, "l": null}', { op: 'insert', path: ['l', 0], value: 1 })).toContain('"l": [1]');
  });
});

describe('a key that stands twice', () => {
  const text = '{"a": 1, "x": 0, "a": 2}';

  test('is set where it counts, at the last place', () => {
    expect(write(text, { op: 'set', path: ['a'], value: 3 })).toBe('{"a": 1, "x": 0, "a": 3}');
  });

  test('is removed at both, so that the first does not come to count', () => {
    expect(write(text, { op: 'remove', path: ['a'] })).toBe('{"x": 0}');
  });

  test('is renamed at both, and back', () => {
    const renamed = write(text, { op: 'move', from: ['a'], path: ['b'] });
    expect(renamed).toBe('{"b": 1, "x": 0, "b": 2}');
    expect(write(renamed, { op: 'move', from: ['b'], path: ['a'] })).toBe(text);
  });
});

describe('texts', () => {
  test('are escaped as the file escapes them', () => {
    const python = '{"a": "caf\\u00e9"}';
    expect(write(python, { op: 'set', path: ['b'], value: 'na\u00efve' })).toContain('"na\\u00efve"');
    const powerShell = '{"a": "x \\u0026\\u0026 y"}';
    expect(write(powerShell, { op: 'set', path: ['b'], value: 'p && q' })).toContain('"p \\u0026\\u0026 q"');
    const php = '{"a": "\\/ecs\\/app"}';
    expect(write(php, { op: 'set', path: ['b'], value: '/x' })).toContain('"\\/x"');
    expect(write('{"a": "/é&"}', { op: 'set', path: ['b'], value: '/é&' })).toContain('"b": "/é&"');
  });

  test('but for the quotation marks inside a placeholder of a template, which its own tool reads', () => {
    const text =
      '[{ "name": "${var.name != "" ? var.name : "app"}", "image": "a", "cpu": ${var.cpu}, "links": ["$${x}"] }]';
    const name = '${var.name != "" ? var.name : "app"}-2';
    expect(write(text, { op: 'set', path: [...app, 'name'], value: name })).toBe(
      text.replace('"app"}"', '"app"}-2"'),
    );
    expect(write(text, { op: 'set', path: [...app, 'image'], value: 'b"' })).toBe(
      text.replace('"a"', '"b\\""'),
    );
  });

  test('and keys may be any, the prototype\u2019s name too', () => {
    const written = write('{"a": {}}', { op: 'set', path: ['a', '__proto__'], value: 'x' });
    expect(written).toBe('{"a": {"__proto__": "x"}}');
    expect(write(written, { op: 'remove', path: ['a', '__proto__'] })).toBe('{"a": {}}');
  });
});

describe('what cannot be written', () => {
  test('inside a value of another type offers to replace it, together with the other edits', () => {
    const first: Edit = { op: 'set', path: ['family'], value: 'x' };
    const refused = refusal('{"dependsOn": "db"}', first, {
      op: 'insert',
      path: ['dependsOn', 0],
      value: 'y',
    });
    expect(refused.path).toEqual(['dependsOn']);
    expect(refused.remedy?.label).toBe('Replace dependsOn');
    expect(write('{"dependsOn": "db"}', ...(refused.remedy?.edits ?? []))).toBe(
      '{"dependsOn": ["y"], "family": "x"}',
    );
  });

  test('beyond the end of a list is refused', () => {
    expect(refusal('{"l": [1]}', { op: 'insert', path: ['l', 2], value: 1 }).refused).toContain(
      'beyond the end',
    );
    expect(refusal('{"l": [1]}', { op: 'set', path: ['l', 2, 'x'], value: 1 }).refused).toContain(
      'beyond the end',
    );
  });

  test('into a text that is no JSON names the line', () => {
    expect(refusal('{"a": 1\n "b": 2}', { op: 'set', path: ['a'], value: 2 }).refused).toContain(
      'Line 1, column 8',
    );
  });

  test('because nothing is there is no matter for a removal', () => {
    expect(write('{"a": 5}', { op: 'remove', path: ['a', 'b', 0] })).toBe('{"a": 5}');
  });

  test('into a file of containers alone is refused, with the reason', () => {
    expect(refusal('[{"name": "a"}]', { op: 'set', path: ['family'], value: 'x' }).refused).toContain(
      'only a list of containers',
    );
    expect(
      refusal('{"name": "a", "image": "b"}', { op: 'insert', path: ['containerDefinitions', 1], value: {} })
        .refused,
    ).toContain('only one container');
  });
});

describe('a task at a path', () => {
  test('is edited in place, and the file around it stays', () => {
    const text = '{"data": {"taskDefinition": {"family": "x"}}, "ResponseMetadata": {"a":  1}}';
    expect(write(text, { op: 'set', path: ['cpu'], value: '256' })).toBe(
      text.replace('"x"', '"x", "cpu": "256"'),
    );
  });

  test('as a single container takes its paths from the task', () => {
    expect(write('{"name": "a", "image": "b"}', { op: 'set', path: [...app, 'image'], value: 'c' })).toBe(
      '{"name": "a", "image": "c"}',
    );
  });
});

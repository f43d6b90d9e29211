import { describe, expect, it } from 'vitest';
import { examples } from '../catalogue/index.ts';
import { type Design, newDesign, readingOf } from '../edit/design.ts';
import { findAccounts, findSecrets, REMOVED, scrubbed } from './scrub.ts';

const SECRETS = {
  variable: 'hunter2hunter2',
  aws: 'AKIAABCDEFGHIJKLMNOP',
  inAddress: 's3cr3t-pw',
  inCommand: 'topsecretvalue',
  afterFlag: 'anothersecret',
  option: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  label: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
};

const TASK = {
  family: 'leaky',
  'x-note': `the password is ${SECRETS.variable}`,
  containerDefinitions: [
    {
      name: 'app',
      image: '444455556666.dkr.ecr.eu-west-1.amazonaws.com/app:1',
      environment: [
        { name: 'DB_PASSWORD', value: SECRETS.variable },
        { name: 'KEY_ID', value: SECRETS.aws },
        { name: 'DATABASE_URL', value: `postgres://app:${SECRETS.inAddress}@db:5432/app` },
        { name: 'PASSWORD_FILE', value: '/run/secrets/password' },
        { name: 'API_TOKEN', value: '${API_TOKEN}' },
        { name: 'TOKEN_TTL', value: '3600' },
        { name: 'LEVEL', value: 'info' },
      ],
      command: ['sh', '-c', `run --password=${SECRETS.inCommand} --verbose`, '--token', SECRETS.afterFlag],
      dockerLabels: { owner: 'shop', deploy: SECRETS.label },
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-token': SECRETS.option, 'splunk-url': 'https://s:8088' },
      },
      secrets: [{ name: 'OTHER_SECRET', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/x' }],
    },
  ],
};

const leaky: Design = {
  ...newDesign(`${JSON.stringify(TASK, null, 2)}\n`),
  parts: { notes: { v: 1, notes: [{ id: 'n', text: `use ${SECRETS.variable}` }] } },
};

describe('looking for secrets', () => {
  it('finds each by its name or its looks, and nothing else', () => {
    const found = findSecrets(readingOf(leaky).task).map(({ secret }) => secret);
    expect([...found].sort()).toEqual(Object.values(SECRETS).sort());
  });

  it('finds none in the examples', () => {
    for (const { text } of examples) expect(findSecrets(readingOf(newDesign(text)).task)).toEqual([]);
  });

  it('says where each stands and why', () => {
    const [first] = findSecrets(readingOf(leaky).task);
    expect(first).toMatchObject({
      path: ['containerDefinitions', 0, 'environment', 0, 'value'],
      why: 'The variable DB_PASSWORD is named like a secret.',
    });
  });
});

describe('taking them out', () => {
  const sent = scrubbed(leaky, findSecrets(readingOf(leaky).task));

  it('leaves no letter of them anywhere', () => {
    const all = JSON.stringify(sent);
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
    expect(sent.text).toContain(REMOVED);
    expect(readingOf(sent).whole).toBe(true);
  });

  it('leaves all else as it was', () => {
    expect(sent.text.split('\n')).toHaveLength(leaky.text.split('\n').length);
    expect(readingOf(sent).task.containerDefinitions?.[0]?.environment?.[2]?.value).toBe(
      `postgres://app:${REMOVED}@db:5432/app`,
    );
    expect(readingOf(sent).task.containerDefinitions?.[0]?.command?.[2]).toBe(
      `run --password=${REMOVED} --verbose`,
    );
    expect(findSecrets(readingOf(sent).task)).toEqual([]);
  });

  it('masks account ids where they are asked for', () => {
    expect(findAccounts(leaky)).toEqual(['444455556666', '111122223333']);
    const masked = scrubbed(leaky, [], findAccounts(leaky));
    expect(findAccounts(masked)).toEqual(['000000000000', '000000000001']);
  });

  it('takes them out of a text that cannot be edited as well', () => {
    const broken = { ...leaky, text: leaky.text.replace('"family": "leaky",', '"family" "leaky"') };
    const secrets = findSecrets(readingOf(broken).task);
    expect(secrets.length).toBeGreaterThan(0);
    for (const { secret } of secrets) expect(scrubbed(broken, secrets).text).not.toContain(secret);
  });
});

import { describe, expect, it } from 'vitest';
import { callsIn, callsText, strangeLines } from './callsText.ts';

describe('rights as lines of text', () => {
  it('reads what it writes', () => {
    const calls = [
      { actions: ['s3:GetObject', 's3:PutObject'], resources: ['arn:aws:s3:::out/*'] },
      { actions: ['sqs:*'], resources: [] },
    ];
    expect(callsIn(callsText(calls))).toEqual(calls);
  });

  it('takes commas, and names what is no right', () => {
    expect(callsIn('s3:GetObject, s3:PutObject on *\n\n')).toEqual([
      { actions: ['s3:GetObject', 's3:PutObject'], resources: ['*'] },
    ]);
    expect(strangeLines('read the bucket\ns3:GetObject on bucket\nkms:Decrypt')).toEqual([
      'read the bucket',
      's3:GetObject on bucket',
    ]);
  });
});

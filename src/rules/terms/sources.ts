/** Where the facts of the rules stand. */
import type { Rule } from '../rule.ts';

type Source = Rule['source'];

/** The day on which the sources of these rules were last read. */
const CHECKED = '2026-11-23';

/** A page of the Amazon ECS API reference. */
export function api(type: string, remark?: string): Source {
  return {
    text: `Amazon ECS API reference, ${type}${remark ? `; ${remark}` : ''}`,
    url: `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${type}.html`,
    checked: CHECKED,
  };
}

/** A public report in which the service's answer is quoted. */
export function reported(repository: string, number: number, remark?: string): Source {
  return {
    text: `The answer of the service, quoted in ${repository} #${number}${remark ? `; ${remark}` : ''}`,
    url: `https://github.com/${repository}/issues/${number}`,
    checked: CHECKED,
  };
}

/** A rule of cdk-preflight, each of which was proved by a deployment. */
export function deployed(rule: string, remark?: string): Source {
  return {
    text: `A deployment that ECS refused, recorded by cdk-preflight (${rule})${remark ? `; ${remark}` : ''}`,
    url: 'https://github.com/badmintoncryer/cdk-preflight',
    checked: CHECKED,
  };
}

/** A page of the Amazon ECS developer guide. */
export function guide(page: string, title: string): Source {
  return {
    text: `Amazon ECS developer guide, ${title}`,
    url: `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`,
    checked: CHECKED,
  };
}

/** Any other place. */
export function from(text: string, url?: string): Source {
  return { text, ...(url && { url }), checked: CHECKED };
}

import { useEffect, useState } from 'react';
import type { Finding, Severity } from '../../src/rules/rule.ts';
import { offered } from '../store/mend.ts';
import { reveal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { FindingCard } from '../ui/FindingCard.tsx';
import { severityWord } from '../ui/severity.ts';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const AT_ONCE = 2;

type Titles = ReadonlyMap<string, string>;
let titles: Titles | undefined;

/** The titles of the rules; they come when the rules do, after the canvas. */
function useTitles(): Titles | undefined {
  const [known, setKnown] = useState(titles);
  useEffect(() => {
    if (titles !== undefined) return;
    let there = true;
    void import('../../src/rules/index.ts').then(({ rules }) => {
      titles = new Map(rules.map((rule) => [rule.id, rule.title]));
      if (there) setKnown(titles);
    });
    return () => {
      there = false;
    };
  }, []);
  return known;
}

/** What the rules say of what is inspected: the gravest at once, hints and the others on demand. */
export function SubjectFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const names = useTitles();
  const [all, setAll] = useState(false);
  if (findings.length === 0 || names === undefined) return null;
  const sorted = [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const grave = sorted.filter(({ severity }) => severity !== 'info');
  const shown = all ? sorted : grave.slice(0, AT_ONCE);
  const left = sorted.length - Math.min(grave.length, AT_ONCE);
  const hints = grave.length <= AT_ONCE;
  const [one, many] = hints ? severityWord.info : ['more', 'more'];
  return (
    <div className="inspect-findings">
      {shown.map((finding) => (
        <FindingCard
          key={`${finding.rule}${finding.message}`}
          severity={finding.severity}
          title={names.get(finding.rule) ?? finding.rule}
          onSelect={() => reveal(finding.path)}
          fix={offered(finding)}
        >
          {finding.message}
        </FindingCard>
      ))}
      {left > 0 && (
        <div>
          <Button variant="plain" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `${left} ${left === 1 ? one : many}`}
          </Button>
        </div>
      )}
    </div>
  );
}

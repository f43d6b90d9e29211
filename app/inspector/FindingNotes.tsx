import type { Finding, Severity } from '../../src/rules/rule.ts';
import { mend } from '../store/mend.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { severityIcon, severityWord } from '../ui/severity.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** What the rules say of one field, in the words that fit under it; nothing where they say nothing. */
export function FindingWords({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding) => (
    <span
      key={`${finding.rule}${finding.message}`}
      className={`inspect-words inspect-note-${finding.severity}`}
    >
      <VisuallyHidden>{severityWord[finding.severity][0]}: </VisuallyHidden>
      {finding.message}
      {finding.fix !== undefined && (
        <Button size="dense" onClick={() => mend(finding)}>
          {finding.fix.label}
        </Button>
      )}
    </span>
  ));
}

/** The findings of one severity among several, as something to show or as nothing. */
export function wordsOf(findings: readonly Finding[], wanted: (severity: Severity) => boolean) {
  const chosen = findings.filter(({ severity }) => wanted(severity));
  return chosen.length === 0 ? undefined : <FindingWords findings={chosen} />;
}

/** Findings below something that is more than one control: each on a line with its sign. */
export function FindingNotes({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="inspect-notes">
      {findings.map((finding) => (
        <li key={`${finding.rule}${finding.message}`} className={`inspect-note-${finding.severity}`}>
          <Icon name={severityIcon[finding.severity]} size={14} />
          <FindingWords findings={[finding]} />
        </li>
      ))}
    </ul>
  );
}

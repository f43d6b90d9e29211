import type { ReactNode } from 'react';
import type { Field, Fields } from '../../src/model/fields/field.ts';
import type { Path } from '../../src/model/path.ts';
import type { Severity } from '../../src/rules/rule.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { FieldView } from './FieldView.tsx';
import { findingsWithin, rawAt, receptionOf } from './fieldFacts.ts';
import { type FieldGroup, matches } from './fieldGroups.ts';
import { setFold, useFold } from './folds.ts';
import { useInspected } from './InspectorContext.ts';

export interface GroupSectionProps {
  /** What is inspected, so that sections of one title fold on their own: "container". */
  readonly kind: string;
  readonly group: FieldGroup;
  /** Where the members stand. */
  readonly base: Path;
  readonly table: Fields;
  /** Above the fields. */
  readonly lead?: ReactNode;
}

/** The name under which a section is remembered as open. */
export function foldKey(kind: string, title: string): string {
  return `${kind}:${title}`;
}

/** A section of members: those that are set or common at once, the rare and those that nobody takes on demand. */
export function GroupSection({ kind, group, base, table, lead }: GroupSectionProps) {
  const { reading, task, findings, needle } = useInspected();
  const key = foldKey(kind, group.title);
  const fold = useFold(key);
  const more = useFold(`${key}:more`) ?? false;
  const all = group.members.flatMap((name): [string, Field][] => {
    const field = table[name];
    return field === undefined ? [] : [[name, field]];
  });
  const inTitle = needle !== '' && group.title.toLowerCase().includes(needle.trim().toLowerCase());
  const found = needle === '' || inTitle ? all : all.filter(([name, field]) => matches(needle, name, field));
  if (found.length === 0) return null;
  const isSet = (name: string) => rawAt(reading, [...base, name]) !== undefined;
  const set = all.filter(([name]) => isSet(name));
  const open = needle !== '' || (fold ?? (group.always === true || set.length > 0));
  const seldom = ([name, field]: [string, Field]) =>
    !isSet(name) && (field.rare === true || receptionOf(task, [...base, name]).nowhere);
  const allSeldom = found.every(seldom);
  const unfolded = more || needle !== '' || allSeldom;
  const shown = unfolded ? found : found.filter((each) => !seldom(each));
  const folded = found.length - shown.length;
  const own = all.flatMap(([name]) => findingsWithin(findings, [...base, name]));
  return (
    <Section
      title={group.title}
      open={open}
      onToggle={(next) => setFold(key, next)}
      summary={set.length === 0 ? 'not set' : set.map(([, field]) => field.label).join(', ')}
      badge={open || own.length === 0 ? undefined : { count: own.length, severity: worst(own) }}
    >
      {needle === '' && lead}
      {shown.map(([name, field]) => (
        <FieldView key={name} path={[...base, name]} field={field} />
      ))}
      {(folded > 0 || (more && needle === '' && !allSeldom && found.some(seldom))) && (
        <div className="inspect-foot">
          <Button
            variant="plain"
            size="dense"
            icon={more ? 'chevronUp' : 'chevronDown'}
            aria-expanded={more}
            onClick={() => setFold(`${key}:more`, !more)}
          >
            {more ? 'Fewer' : `${folded} more, seldom needed or not taken here`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function worst(findings: readonly { readonly severity: Severity }[]): Severity {
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';
}

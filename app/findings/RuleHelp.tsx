import { termsIn } from '../../src/model/glossary.ts';
import type { Described } from '../../src/rules/described.ts';
import { JsonText } from '../ui/JsonText.tsx';
import { Term } from '../ui/Term.tsx';

/** What a rule is about, in place: why, what ECS answers, how it looks wrong and right, where it stands. */
export function RuleHelp({ rule }: { readonly rule: Described }) {
  const { id, why, answer, source, examples } = rule;
  const bad = examples.bad[0];
  const good = examples.good[0];
  const terms = termsIn(`${rule.title} ${why}`);
  return (
    <section className="rule-help" aria-label={`About: ${rule.title}`}>
      <p>{why}</p>
      {terms.length > 0 && (
        <p className="rule-terms">
          {terms.map((entry) => (
            <Term key={entry.term} {...entry} />
          ))}
        </p>
      )}
      {answer !== undefined && (
        <>
          <h4>What ECS answers</h4>
          <blockquote>{answer}</blockquote>
        </>
      )}
      {bad !== undefined && (
        <>
          <h4>Wrong: {bad.title}</h4>
          <JsonText label={`Wrong: ${bad.title}`} text={shown(bad.task)} />
        </>
      )}
      {good !== undefined && (
        <>
          <h4>Right: {good.title}</h4>
          <JsonText label={`Right: ${good.title}`} text={shown(good.task)} />
        </>
      )}
      <p className="rule-source">
        {source.url === undefined ? (
          source.text
        ) : (
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.text}
          </a>
        )}
        , checked {source.checked}. Rule <code>{id}</code>.
      </p>
    </section>
  );
}

function shown(task: unknown): string {
  return typeof task === 'string' ? task : JSON.stringify(task, null, 2);
}

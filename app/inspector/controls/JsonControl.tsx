import { useId, useRef, useState } from 'react';
import { applyEdits, removeField, setField } from '../../../src/edit/changes/fields.ts';
import type { Json } from '../../../src/model/json.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { InputBox } from '../../ui/InputBox.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { dedented, findingsWithin, rawAt, receptionOf, strangersBelow } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { completionAt, memberText } from '../jsonCompletion.ts';
import type { ControlProps } from './control.ts';

/** A rare structure as a small piece of JSON. What is no JSON stays as typed, is marked, and is not applied. */
export function JsonControl({ path, field, label }: ControlProps) {
  const { reading, findings, task } = useInspected();
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const stands = dedented(rawAt(reading, path) ?? '');
  const [draft, setDraft] = useState<{ readonly text: string; readonly base: string } | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const live = draft !== null && draft.base === stands ? draft.text : stands;
  const parsed = parse(live);
  const pending = live !== stands;
  const completion = caret === null ? undefined : completionAt(live, caret, field);
  const { text } = receptionOf(task, path);
  const type = (next: string) => setDraft({ text: next, base: stands });
  const commit = () => {
    if (!pending) return;
    if (live.trim() === '') apply(removeField(path));
    else if (parsed.ok) {
      // Members that the view does not know are in the text that was edited: it counts as a whole.
      const whole = strangersBelow(reading, path).length > 0;
      const edits = [{ op: 'set' as const, path, value: parsed.value }];
      apply(
        whole
          ? applyEdits(`Set ${label}`, edits, { replaces: true })
          : setField(path, parsed.value, { label: `Set ${label}`, replaces: true }),
      );
    }
  };
  const take = (start: number, end: number, piece: string) => {
    type(live.slice(0, start) + piece + live.slice(end));
    const at = start + piece.length;
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at));
    setCaret(at);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether the focus leaves the field
    <div
      className="inspect-json"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        commit();
        setCaret(null);
      }}
    >
      <Field
        label={label}
        error={live.trim() === '' || parsed.ok ? undefined : `Not applied: ${parsed.why}`}
        hint={text || (stands === '' ? 'Not set. JSON, applied when you leave the field.' : undefined)}
      >
        {({ id, describedBy, invalid }) => (
          <InputBox mono invalid={invalid}>
            <textarea
              ref={area}
              id={id}
              className="input-control"
              rows={1}
              value={live}
              spellCheck={false}
              placeholder={field.kind === 'list' ? '[ ]' : '{ }'}
              aria-invalid={invalid || undefined}
              aria-describedby={describedBy}
              onChange={(event) => {
                type(event.target.value);
                setCaret(event.target.selectionStart);
              }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
                if (event.key !== 'Escape' || !pending) return;
                event.preventDefault();
                event.stopPropagation();
                setDraft(null);
              }}
            />
          </InputBox>
        )}
      </Field>
      {caret !== null && live.trim() === '' && (
        <div className="inspect-completions">
          <Button size="dense" variant="plain" icon="plus" onClick={() => type(skeleton(field.kind))}>
            Begin
          </Button>
        </div>
      )}
      {completion !== undefined && (
        <ul className="inspect-completions" id={listId} aria-label={`Members of ${label}`}>
          {completion.members.map((member) => (
            <li key={member.name}>
              <Button
                size="dense"
                variant="plain"
                icon="plus"
                title={member.field.help}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(completion.start, completion.end, memberText(member.name, member.field))}
              >
                {member.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FindingNotes findings={findingsWithin(findings, path)} />
    </div>
  );
}

function skeleton(kind: string): string {
  return kind === 'list' ? '[\n  {  }\n]' : '{\n  \n}';
}

type Parsed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly why: string };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (problem) {
    return { ok: false, why: problem instanceof Error ? problem.message : 'no JSON' };
  }
}

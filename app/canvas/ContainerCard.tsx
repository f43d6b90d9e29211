import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { toggleEssential } from '../../src/edit/changes/fields.ts';
import { shortImage } from '../../src/model/image.ts';
import { roleLabel } from '../../src/model/roleLabel.ts';
import { type CardFacts, cardFactsOf } from '../../src/picture/cardFacts.ts';
import { alongOf, findingsByNode, graphOf } from '../store/derived.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { useEssentialMark, useEssentialPeek } from '../store/essentialPeek.ts';
import { stateWordsAt } from '../store/stateWords.ts';
import { useRunWhile } from '../store/useRun.ts';
import { useView } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import { Pill, stateLooks } from '../ui/Pill.tsx';
import { roleIcon } from '../ui/roleIcon.ts';
import { Toggle } from '../ui/Toggle.tsx';
import { AlongBadge } from './AlongBadge.tsx';
import { FindingBadge } from './FindingBadge.tsx';
import type { ContainerFlowNode } from './toFlow.ts';
import './ContainerCard.css';

/** Looks at the run only while there is a playhead: without one an edit does not concern the other cards. */
function useStateWords(key: string) {
  const run = useRunWhile(useView(({ playhead }) => playhead !== undefined));
  return useView(({ playhead }) =>
    playhead === undefined || run === undefined
      ? undefined
      : stateWordsAt(run, key.slice('container:'.length), playhead),
  );
}

function Fact({ icon, label, text }: { icon: IconName; label: string; text: string }) {
  return (
    <span className="card-fact" title={`${label}: ${text}`}>
      <Icon name={icon} size={14} label={label} />
      <span>{text}</span>
    </span>
  );
}

function Facts({ facts }: { facts: CardFacts }) {
  return (
    <div className="card-facts">
      <div>
        <Fact icon="heart" label="Health check" text={facts.health ?? 'none'} />
        {facts.ports !== undefined && <Fact icon="port" label="Ports" text={facts.ports} />}
        {facts.memory !== undefined && <Fact icon="memory" label="Memory" text={facts.memory} />}
      </div>
      <div>
        {facts.mounts !== undefined && <Fact icon="volume" label="Mounts" text={facts.mounts} />}
        {facts.logs !== undefined && <Fact icon="logs" label="Logs to" text={facts.logs} />}
      </div>
    </div>
  );
}

/** A container on the canvas: what it is, what it does at the playhead's second, and its one switch. */
export const ContainerCard = memo(function ContainerCard({ data, selected }: NodeProps<ContainerFlowNode>) {
  const { node } = data;
  const { key, name, definition, role } = node;
  const editable = useDesign((state) => state.reading.whole);
  const findings = useDesign((state) => findingsByNode(state.shown, state.design.parts).get(key));
  const along = useDesign((state) => alongOf(state.shown, state.design.parts).get(key));
  const words = useStateWords(key);
  const looks = words === undefined ? undefined : stateLooks[words.state];
  const peek = useEssentialPeek(key);
  const mark = useEssentialMark(key);
  const essential = definition.essential !== false;
  const facts = useDesign(useShallow((state) => cardFactsOf(graphOf(state.shown)).get(key)));
  return (
    <div
      className={classNames(
        'card',
        selected && 'card-selected',
        looks?.brokenRail && 'card-broken',
        mark && 'card-marked',
      )}
      data-container={name}
      style={looks === undefined ? undefined : { ['--rail' as string]: `var(--state-${looks.token}-rail)` }}
    >
      <Handle id="in" type="target" position={Position.Left} className="card-handle card-in" />
      <div className="card-rail" />
      <FindingBadge findings={findings} of={{ node: key }} className="card-badge" />
      <AlongBadge along={along} />
      {mark !== undefined && (
        <span className="card-mark">
          <span className="card-mark-order">{mark.order}</span>
          {mark.words}
        </span>
      )}
      <div className="card-head">
        <Icon name={roleIcon[role]} size={16} />
        <span className={classNames('card-name', name === '' && 'card-nameless')} title={name}>
          {name || 'without a name'}
        </span>
        {words !== undefined && <Pill state={words.state}>{words.words}</Pill>}
      </div>
      <div className="card-image" title={definition.image}>
        {definition.image === undefined ? 'no image' : shortImage(definition.image)}
      </div>
      <div className="card-role">
        <span className="card-chip">{roleLabel[role]}</span>
        <span className="nodrag nopan">
          <Toggle
            label="Essential"
            offLabel="Not essential"
            name={`${name || 'Container'}: Essential`}
            checked={essential}
            onChange={() => apply(toggleEssential(key))}
            tip={peek.text}
            onPeek={peek.onPeek}
            {...(editable ? {} : { disabledReason: 'The text cannot be read: mend it first' })}
          />
        </span>
      </div>
      {facts && <Facts facts={facts} />}
      <div className="card-short" aria-hidden="true">
        <span className="card-short-role">
          {roleLabel[role]} · {essential ? 'essential' : 'not essential'}
        </span>
        <span className="card-icons">
          {facts?.health !== undefined && <Icon name="heart" />}
          {facts?.mounts !== undefined && <Icon name="volume" />}
          {facts?.ports !== undefined && <Icon name="port" />}
          {facts?.logs !== undefined && <Icon name="logs" />}
        </span>
      </div>
      <Handle id="out" type="source" position={Position.Right} className="card-handle card-out" />
    </div>
  );
});

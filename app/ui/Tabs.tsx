import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { CountBadge, type CountBadgeProps } from './Badge.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import './Tabs.css';

/** One tab of a row. */
export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** A counter beside the label; nothing is shown for 0. */
  readonly badge?: Pick<CountBadgeProps, 'count' | 'severity' | 'label'> | undefined;
}

/** What Tabs takes. */
export interface TabsProps<Id extends string> {
  /** The base of the ids that tie tabs and panels together; give the same to each TabPanel. */
  readonly id: string;
  /** What the tabs switch between, for a screen reader. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly active: Id;
  readonly onChange: (id: Id) => void;
  /** What stands at the end of the row: buttons of the active panel. */
  readonly end?: ReactNode;
  readonly className?: string | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** A row of tabs: one stop for Tab, arrows, Home and End move and activate. */
export function Tabs<Id extends string>({
  id,
  label,
  tabs,
  active,
  onChange,
  end,
  className,
}: TabsProps<Id>) {
  const row = useRef<HTMLDivElement>(null);
  // A row that is too long for its place scrolls: the active tab is never out of sight.
  useLayoutEffect(() => {
    const shown = row.current;
    const tab = shown?.querySelector(`#${CSS.escape(tabIdOf(id, active))}`)?.getBoundingClientRect();
    const place = shown?.getBoundingClientRect();
    if (!shown || !tab || !place) return;
    if (tab.right > place.right) shown.scrollLeft += tab.right - place.right;
    else if (tab.left < place.left) shown.scrollLeft -= place.left - tab.left;
  }, [id, active]);
  const go = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const step = steps[event.key];
    const next =
      step !== undefined
        ? (at + step + tabs.length) % tabs.length
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? tabs.length - 1
            : undefined;
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    row.current?.querySelector<HTMLElement>(`#${CSS.escape(tabIdOf(id, tab.id))}`)?.focus();
    onChange(tab.id);
  };
  return (
    <div className={classNames('tabs', className)}>
      <div className="tabs-row" role="tablist" aria-label={label} ref={row}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabIdOf(id, tab.id)}
            className="tabs-tab"
            aria-selected={tab.id === active}
            aria-controls={tab.id === active ? panelIdOf(id, tab.id) : undefined}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => onChange(tab.id)}
            onKeyDown={go}
          >
            {tab.icon && <Icon name={tab.icon} />}
            {/* The bold twin keeps the width, so that nothing moves when a tab becomes active. */}
            <span className="tabs-label" data-text={tab.label}>
              {tab.label}
            </span>
            {tab.badge && tab.badge.count > 0 && <CountBadge {...tab.badge} />}
          </button>
        ))}
      </div>
      {end && <div className="tabs-end">{end}</div>}
    </div>
  );
}

/** What TabPanel takes. */
export interface TabPanelProps {
  /** The `id` of its Tabs. */
  readonly tabs: string;
  /** The tab it belongs to. */
  readonly id: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** What a tab shows; render it only while its tab is active. */
export function TabPanel({ tabs, id, className, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={panelIdOf(tabs, id)}
      aria-labelledby={tabIdOf(tabs, id)}
      className={classNames('tabs-panel', className)}
    >
      {children}
    </div>
  );
}

const tabIdOf = (base: string, id: string) => `${base}-tab-${id}`;
const panelIdOf = (base: string, id: string) => `${base}-panel-${id}`;

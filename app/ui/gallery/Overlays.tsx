import { useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import { ConditionLabel } from '../ConditionLabel.tsx';
import { Dialog } from '../Dialog.tsx';
import { Kbd } from '../Kbd.tsx';
import type { MenuGroup } from '../Menu.tsx';
import { MenuButton } from '../MenuButton.tsx';
import { Popover } from '../Popover.tsx';
import { PopoverHead } from '../PopoverHead.tsx';
import { TextField } from '../TextField.tsx';
import { type Toast, Toasts } from '../Toasts.tsx';
import { Tooltip } from '../Tooltip.tsx';
import { Part } from './Part.tsx';

const groups: readonly MenuGroup[] = [
  {
    id: 'edit',
    items: [
      { id: 'duplicate', label: 'Duplicate', icon: 'copy', shortcut: '⌘D', onSelect: () => {} },
      { id: 'depends', label: 'Depends on…', icon: 'arrowRight', onSelect: () => {} },
      {
        id: 'paste',
        label: 'Paste',
        icon: 'file',
        disabledReason: 'The clipboard holds no container',
        onSelect: () => {},
      },
    ],
  },
  {
    id: 'show',
    heading: 'Show',
    items: [
      { id: 'mounts', label: 'Mounts', checked: true, onSelect: () => {} },
      { id: 'logs', label: 'Logs', checked: false, onSelect: () => {} },
    ],
  },
  { id: 'end', items: [{ id: 'delete', label: 'Delete', icon: 'trash', danger: true, onSelect: () => {} }] },
];

/** Overlays of the page of parts. */
export function Overlays() {
  const [popover, setPopover] = useState(false);
  const [dialog, setDialog] = useState(false);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <Part title="Floating">
      <div className="gallery-row">
        <MenuButton label="Actions" groups={groups} />
        <MenuButton label="More of app" icon="more" groups={groups} />
        <Button ref={anchor} aria-expanded={popover} onClick={() => setPopover(!popover)}>
          Connect
        </Button>
        <Popover
          open={popover}
          onClose={() => setPopover(false)}
          anchor={anchor}
          label="app waits for secrets-init"
          bare
        >
          <PopoverHead end={<Kbd>esc</Kbd>}>app waits for secrets-init</PopoverHead>
          <div style={{ padding: 12, display: 'grid', gap: 8, justifyItems: 'start' }}>
            <ConditionLabel condition="SUCCESS" plain />
            <Button data-autofocus>Add a health check</Button>
            <MenuButton label="Within" groups={groups} />
          </div>
        </Popover>
        <Button onClick={() => setDialog(true)}>Designs</Button>
        <Dialog
          open={dialog}
          onClose={() => setDialog(false)}
          title="Delete receipts?"
          footer={
            <>
              <Button onClick={() => setDialog(false)}>Keep it</Button>
              <Button variant="danger">Delete</Button>
            </>
          }
        >
          <p>It goes to the trash and stays there for 30 days.</p>
          <TextField label="Name" value="receipts" />
          <MenuButton label="In a dialog" groups={groups} />
        </Dialog>
        <Button
          onClick={() =>
            setToasts([
              ...toasts,
              {
                id: crypto.randomUUID(),
                text: 'Removed envoy and 2 references to it.',
                severity: 'info',
                action: { label: 'Undo', onSelect: () => {} },
              },
            ])
          }
        >
          Remove
        </Button>
        <Tooltip text="envoy HEALTHY holds app 9.0 s longer than anything else does.">
          <Button variant="plain">Hover</Button>
        </Tooltip>
        <Toasts
          toasts={toasts}
          onDismiss={(id) => setToasts((all) => all.filter((each) => each.id !== id))}
        />
      </div>
    </Part>
  );
}

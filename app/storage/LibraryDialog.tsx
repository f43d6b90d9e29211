import { useCallback, useEffect, useMemo, useState } from 'react';
import { examples } from '../../src/catalogue/index.ts';
import { newDesign } from '../../src/edit/design.ts';
import { canvasSvg } from '../../src/picture/svg/canvasSvg.ts';
import { graphOf, layoutOf } from '../store/derived.ts';
import { designStore, openDesign, renameDesign, useDesign } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { eraseProgress } from '../store/lessonProgress.ts';
import { notify, setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { flush, keepAsNew, library, openStored } from './keeping.ts';
import type { Aside, Library, Summary } from './library.ts';
import './LibraryDialog.css';

const close = () => setView({ overlay: 'none' });
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Contents {
  readonly books: Library;
  readonly designs: readonly Summary[];
  readonly asides: readonly Aside[];
}

function useContents(): { contents: Contents | undefined; failure: string | undefined; reload: () => void } {
  const [contents, setContents] = useState<Contents>();
  const [failure, setFailure] = useState<string>();
  const reload = useCallback(() => {
    const read = async () => {
      const books = await library();
      const designs = await books.list();
      setContents({ books, designs, asides: await books.asides() });
    };
    read().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  }, []);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void flush()
      .then(library)
      .then((books) => {
        if (gone) return;
        stop = books.subscribe(reload);
        reload();
      });
    return () => {
      gone = true;
      stop?.();
    };
  }, [reload]);
  return { contents, failure, reload };
}

/** The designs kept in this browser: open, rename, copy, throw away and take back, take home, erase. */
export function LibraryDialog() {
  const { contents, failure, reload } = useContents();
  const [erasing, setErasing] = useState(false);
  const designs = contents?.designs.filter(({ trashedAt }) => trashedAt === undefined) ?? [];
  const trash = contents?.designs.filter(({ trashedAt }) => trashedAt !== undefined) ?? [];
  const startNew = async (text: string, name: string, parts = {}) => {
    await flush();
    openDesign({ ...newDesign(text), parts }, name);
    close();
  };
  return (
    <Dialog
      open
      size="large"
      title="Designs in this browser"
      onClose={close}
      footer={
        <div className="library-foot">
          <Button
            icon="download"
            onClick={async () => {
              const books = await library();
              downloadText('ecs-task-designs.json', await books.everything());
            }}
          >
            Download all
          </Button>
          {erasing ? (
            <>
              <span>Every design, the trash and the progress of the lessons included, goes for good.</span>
              <Button
                variant="danger"
                onClick={async () => {
                  const books = await library();
                  await books.eraseEverything();
                  eraseProgress();
                  setErasing(false);
                  await keepAsNew();
                  notify('Everything is erased. What is on screen is kept as a new design.');
                  reload();
                }}
              >
                Erase everything
              </Button>
              <Button onClick={() => setErasing(false)}>Keep it</Button>
            </>
          ) : (
            <Button variant="plain" onClick={() => setErasing(true)}>
              Erase everything…
            </Button>
          )}
        </div>
      }
    >
      <p className="library-privacy">
        Designs, and with them everything that was imported, secrets too, lie in this browser's storage and
        nowhere else.
      </p>
      {(failure ?? contents?.books.blocked) !== undefined && (
        <p className="library-blocked" role="alert">
          {failure ?? contents?.books.blocked} Download what you want to keep.
        </p>
      )}
      <div className="library-new">
        <Button
          variant="primary"
          icon="plus"
          onClick={() => startNew(examples.find(({ id }) => id === 'blank')?.text ?? '{}\n', 'Untitled')}
        >
          New design
        </Button>
        <MenuButton
          label="From an example"
          groups={[
            {
              id: 'examples',
              items: examples.map(({ id, title, why, text, parts }) => ({
                id,
                label: title,
                detail: why,
                onSelect: () => void startNew(text, title, parts),
              })),
            },
          ]}
        />
        <Button onClick={() => setView({ overlay: 'import' })}>Import…</Button>
      </div>
      {contents !== undefined && designs.length === 0 && (
        <EmptyState title="No design is kept yet.">
          What you change on the canvas is kept here by itself.
        </EmptyState>
      )}
      <ul className="library-list" aria-label="Designs">
        {designs.map((design) => (
          <DesignRow key={design.id} design={design} onChanged={reload} />
        ))}
      </ul>
      {trash.length > 0 && (
        <section aria-label="Trash">
          <h3>Trash</h3>
          <ul className="library-list">
            {trash.map(({ id, name, trashedAt }) => (
              <li key={id} className="library-row">
                <span className="library-words">
                  <strong>{name}</strong>
                  <span>thrown away {DATE.format(trashedAt)}</span>
                </span>
                <Button
                  size="dense"
                  onClick={async () => {
                    await (await library()).restore(id);
                    reload();
                  }}
                >
                  Take back
                </Button>
                <IconButton
                  icon="trash"
                  size="dense"
                  label={`Delete ${name} for good`}
                  onClick={async () => {
                    await (await library()).delete(id);
                    reload();
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {contents !== undefined && contents.asides.length > 0 && (
        <section aria-label="Kept aside">
          <h3>Kept aside because it could not be read</h3>
          <ul className="library-list">
            {contents.asides.map((aside) => (
              <li key={aside.key} className="library-row">
                <span className="library-words">
                  <strong>{aside.name}</strong>
                  <span>{aside.reason}</span>
                </span>
                <Button size="dense" onClick={() => downloadText(aside.fileName, aside.text)}>
                  Download
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function drawnNow(title: string): string {
  const { shown, design, opened } = designStore.getState();
  const layout = layoutOf(shown, design.parts, { selected: undefined, opened });
  return canvasSvg(layout, graphOf(shown), { theme: 'light', title });
}

function DesignRow({ design, onChanged }: { readonly design: Summary; readonly onChanged: () => void }) {
  const { id, name, updatedAt, containers, thumbnail } = design;
  const current = useDesign((state) => state.id === id);
  // A first save may come before whatever draws it is there; what is on screen can be drawn at any time.
  const drawn = useMemo(
    () => (thumbnail === undefined && current ? drawnNow(name) : undefined),
    [thumbnail, current, name],
  );
  const picture = thumbnail ?? drawn;
  const [renaming, setRenaming] = useState(false);
  const open = async () => {
    if (!current) {
      await flush();
      if (!(await openStored(id))) {
        onChanged();
        return;
      }
    }
    close();
  };
  return (
    <li className="library-row" aria-current={current || undefined}>
      <button type="button" className="library-picture" onClick={open} aria-label={`Open ${name}`}>
        {picture === undefined ? (
          <Icon name="container" />
        ) : (
          <img alt="" src={`data:image/svg+xml,${encodeURIComponent(picture)}`} />
        )}
      </button>
      <span className="library-words">
        {renaming ? (
          <TextField
            label="Name"
            hideLabel
            autoFocus
            value={name}
            onCommit={async (next) => {
              setRenaming(false);
              if (next.trim() === '' || next === name) return;
              if (current) renameDesign(next);
              else await (await library()).rename(id, next);
              onChanged();
            }}
          />
        ) : (
          <button type="button" className="library-name" onClick={open}>
            {name}
          </button>
        )}
        <span>
          {containers} {containers === 1 ? 'container' : 'containers'} · {DATE.format(updatedAt)}
          {current ? ' · on screen' : ''}
        </span>
      </span>
      <IconButton icon="pencil" size="dense" label={`Rename ${name}`} onClick={() => setRenaming(true)} />
      <IconButton
        icon="copy"
        size="dense"
        label={`Duplicate ${name}`}
        onClick={async () => {
          await flush();
          await (await library()).duplicate(id);
          onChanged();
        }}
      />
      <IconButton
        icon="trash"
        size="dense"
        label={`Throw ${name} away`}
        disabledReason={current ? 'It is on screen: open another one first' : undefined}
        onClick={async () => {
          await (await library()).trash(id);
          onChanged();
        }}
      />
    </li>
  );
}

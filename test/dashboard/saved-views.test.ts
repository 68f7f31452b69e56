/** Views of the list that a reader saved: what is kept, and that whatever else lies there leads nowhere. */
import { describe, expect, it } from 'vitest';
import { isFull, keepViews, nameOf, readViews, withView } from '../../dashboard/src/sellers/saved.js';

const keeping = (text: string | null) => {
  const kept = new Map<string, string>();
  return {
    getItem: () => [...kept.values()][0] ?? text,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe('saved views', () => {
  it('come back as they were saved: search, filters, order and region', () => {
    const storage = keeping(null);
    const view = { name: 'Below in GB', hash: '#/sellers?region=GB&search=%3Cb%3E&tier=below&sort=-orders' };
    expect(readViews(storage)).toEqual([]);
    expect(keepViews(storage, [view])).toBe(true);
    expect(readViews(storage)).toEqual([view]);
  });

  it('what leads elsewhere, or is no view, is not shown', () => {
    const views = [
      { name: 'Elsewhere', hash: 'javascript:alert(1)' },
      { name: 'Away', hash: 'https://evil.example/#/sellers' },
      { name: 'Another page', hash: '#/calls' },
      { name: '  ', hash: '#/sellers' },
      { name: 7, hash: '#/sellers' },
      null,
      'text',
    ];
    expect(readViews(keeping(JSON.stringify(views)))).toEqual([]);
    for (const odd of ['', '{', '{}', 'null', '7']) expect(readViews(keeping(odd))).toEqual([]);
  });

  it('of an address only what the list knows is kept', () => {
    const views = [{ name: 'Odd', hash: '#/sellers?tier=top&evil=1&window=9' }];
    expect(readViews(keeping(JSON.stringify(views)))).toEqual([{ name: 'Odd', hash: '#/sellers?tier=top' }]);
  });

  it('a name is there once, the newest first, at most thirty of them', () => {
    const two = withView(withView([], { name: 'a', hash: '#/sellers?tier=top' }), { name: 'b', hash: '#/sellers' });
    expect(withView(two, { name: 'a', hash: '#/sellers?tier=good' }).map(({ name, hash }) => `${name} ${hash}`)).toEqual([
      'a #/sellers?tier=good',
      'b #/sellers',
    ]);
    let many = two;
    for (let nth = 0; nth < 40; nth++) many = withView(many, { name: `view ${nth}`, hash: '#/sellers' });
    expect(many).toHaveLength(30);
    expect([isFull(two, 'c'), isFull(many, 'c'), isFull(many, 'view 39')]).toEqual([false, true, false]);
    expect(many[0]!.name).toBe('view 39');
  });

  it('a name stays text, without what turns a line around, and not longer than a line', () => {
    expect(nameOf(' <script>x</script> ')).toBe('<script>x</script>');
    expect(nameOf('a\u202Eb\u0000c\nd')).toBe('a b c d');
    expect([...nameOf('😀'.repeat(300))]).toHaveLength(60);
  });

  it('a browser that keeps nothing says so', () => {
    const full = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(readViews(full)).toEqual([]);
    expect(keepViews(full, [])).toBe(false);
  });
});

/** Tells when an element comes near the window, so that nothing heavy loads before. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Distance at which something counts as near: about a window's height. */
const margin = '800px';

/** @returns reference for the element, and true from when it first came near */
export function useNear<Host extends Element>(): [RefObject<Host | null>, boolean] {
  const element = useRef<Host>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near]);
  return [element, near];
}

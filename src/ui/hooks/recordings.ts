/** Recorded runs for components. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RecordingState } from '../../state/recordings.ts';
import { usePage } from './page.ts';

/** A recorded run, loaded as soon as it is wanted. */
export function useRecording(name: string, wanted: boolean): RecordingState | undefined {
  const { recordings } = usePage();
  useEffect(() => {
    if (wanted) void recordings.load(name);
  }, [recordings, name, wanted]);
  return useStore(recordings.state, (state) => state[name]);
}

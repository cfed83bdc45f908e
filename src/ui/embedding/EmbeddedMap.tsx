/** The map of many runs, without the forms that train more. */
import { useEffect } from 'react';
import { usePage, usePageState } from '../hooks/page.ts';
import { MapCard } from '../map/MapCard.tsx';
import { PickedRun } from '../map/PickedRun.tsx';
import { showTable } from '../map/show-table.ts';
import { WithHelp } from './WithHelp.tsx';
import '../styles/map.css';

/** Map and picked run. */
export function EmbeddedMap() {
  const { tables, map } = usePage();
  const address = usePageState((state) => state.page.table);
  useEffect(() => {
    void tables.loadShipped();
    if (address === '') return;
    void tables.openAddress(address).then((id) => {
      if (id !== undefined) showTable(map, tables, id);
    });
  }, [tables, map, address]);
  return (
    <div className="map-main">
      <WithHelp>
        <MapCard />
        <PickedRun />
      </WithHelp>
    </div>
  );
}

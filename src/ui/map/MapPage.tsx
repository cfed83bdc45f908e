/** Many runs at once: the visitor's sweep and the tables at the left, the map and one run beside. */
import { useEffect } from 'react';
import { shippedTable, sweepTable } from '../../state/tables.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { Notices } from '../Notices.tsx';
import { MapCard } from './MapCard.tsx';
import { PickedRun } from './PickedRun.tsx';
import { SweepPanel } from './SweepPanel.tsx';
import { showTable } from './show-table.ts';
import { TablesPanel } from './TablesPanel.tsx';

/** The phase transition, run by run. */
export default function MapPage() {
  const { tables, sweep, map } = usePage();
  const address = usePageState((state) => state.page.table);
  useEffect(() => {
    void tables.loadShipped();
    const isFirstVisit = sweep.state.getState().phase === 'idle';
    void sweep.restore().then(() => {
      // Whoever comes back to a sweep wants to see it.
      const isThere = sweep.state.getState().finished > 0;
      if (isFirstVisit && isThere && map.getState().table === shippedTable) {
        map.setState({ table: sweepTable });
      }
    });
  }, [tables, sweep, map]);
  useEffect(() => {
    if (address === '') return;
    const isThere = tables.state.getState().tables.some(({ title }) => title === address);
    void tables.openAddress(address).then((id) => {
      if (id !== undefined && !isThere) showTable(map, tables, id);
    });
  }, [address, tables, map]);
  return (
    <>
      <div className="map-side">
        <SweepPanel onStart={() => map.setState({ table: sweepTable, picked: undefined })} />
        <TablesPanel />
      </div>
      <div className="map-main" id="pictures">
        <Notices />
        <MapCard />
        <PickedRun />
      </div>
    </>
  );
}

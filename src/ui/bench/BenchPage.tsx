/** The benchmark with what stands above it. */
import { Notices } from '../Notices.tsx';
import { BenchView } from './BenchView.tsx';

/** How fast training is here. */
export default function BenchPage() {
  return (
    <div className="pictures" id="pictures">
      <Notices />
      <BenchView />
    </div>
  );
}

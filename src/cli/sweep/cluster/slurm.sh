#!/bin/bash
# A sweep as a Slurm array job: every task trains its part of the grid, one run on each of its
# processors. Submit it from the project's folder, after "npm ci":
#
#   sbatch --export=ALL,GRID="attention=0:1:0.1;width=64,128;seed=1,2,3;steps=20000" \
#     src/cli/sweep/cluster/slurm.sh
#
# A task that was killed goes on where it was when the job is submitted again. Afterwards:
#
#   npm run -s cli -- sweep merge sweep/runs-*.jsonl --out runs.jsonl
#
#SBATCH --job-name=clock-and-pizza
#SBATCH --array=0-15
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=1G
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

grid=${GRID:-"attention=0:1:0.1;width=128;seed=1,2,3;steps=20000"}
folder=${OUT:-sweep}
mkdir -p "$folder"

# The number of this part is read from SLURM_ARRAY_TASK_ID; arrays begin at 0.
exec npm run -s cli -- sweep --grid "$grid" \
  --shard "$SLURM_ARRAY_TASK_COUNT" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --out "$folder/runs-$SLURM_ARRAY_TASK_ID.jsonl"

#!/bin/sh
# How full a disk is, as a fact. The threshold is an argument: disk_use.sh 90
#   run: script.run
#   args: { program: …/disk_use.sh, arguments: ["90"], facts: [disk.use] }
set -eu
limit=${1:-90}
percent=$(df -P . | awk 'NR == 2 { sub("%", "", $5); print $5 }')
echo "$KOBE_TASK looks at the disk of $PWD"
if [ "$percent" -ge "$limit" ]; then
    # 1: worth another try, somebody may have made room.
    printf '{"error":"%s %% of the disk are used, the limit is %s %%"}\n' "$percent" "$limit"
    exit 1
fi

printf '{"facts":{"disk.use":{"percent":%s}}}\n' "$percent"

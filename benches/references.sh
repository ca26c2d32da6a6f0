#!/bin/sh
# Thousands of tags pushed to a server with thousands of branches, with the hook and without: seconds of the whole push.
#   sh benches/references.sh PROGRAM [BRANCHES] [TAGS]
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") branches=${2:-3000} tags=${3:-2000}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/none" GIT_AUTHOR_NAME=m2 GIT_COMMITTER_NAME=m2
export GIT_AUTHOR_EMAIL=m2@klinkerdam.example GIT_COMMITTER_EMAIL=m2@klinkerdam.example
git init -q -b main "$work/desk" && cd "$work/desk"
cp -R "$here/policy" . && printf 'schema: klacht.register/1\nprotected: [main]\n' >klacht.yaml
git add -A && git commit -q -m Register
git clone -q --bare . "$work/server.git"
"$program" -C "$work/server.git" hook install --server >/dev/null 2>&1
head=$(git rev-parse HEAD) tree=$(git rev-parse 'HEAD^{tree}')
seq 1 "$branches" | sed "s#.*#create refs/heads/b/& $head#" | git -C "$work/server.git" update-ref --stdin
# Each tag names a commit of its own, which nobody judged yet.
commit=$head
for n in $(seq 1 "$tags"); do
    commit=$(git commit-tree "$tree" -p "$commit" -m "Commit $n")
    printf 'create refs/tags/%s/%s %s\n' a "$n" "$head" b "$n" "$head" c "$n" "$commit"
done >refs
git update-ref --stdin <refs
timed() {
    begin=$(date +%s%N)
    git push -q "$work/server.git" "refs/tags/$1/*:refs/tags/$1/*"
    echo "$(((($(date +%s%N) - begin) / 1000000))) ms: $2"
}
git -C "$work/server.git" config core.hooksPath /dev/null
timed a "$tags tags beside $branches branches, without the hook"
git -C "$work/server.git" config --unset core.hooksPath
timed b "the same with the hook"
timed c "$tags tags on as many new commits, with the hook"

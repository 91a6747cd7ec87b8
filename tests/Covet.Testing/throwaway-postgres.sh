#!/bin/sh
# Starts a throwaway PostgreSQL cluster: sh throwaway-postgres.sh BIN HOME PORT
#
# BIN is a folder of server binaries, HOME an empty folder. Returns when the server answers on 127.0.0.1:PORT, or fails with the server's
# own words on standard error. The cluster lives as long as somebody holds the other end of standard input: at its end, however the caller
# died, a watchdog stops the server and deletes HOME.
set -eu
bin=$1 home=$2 port=$3
cd "$home"

# The server refuses to run as root.
user=
if [ "$(id -u)" = 0 ]; then
  user=nobody
  if id -u postgres >/dev/null 2>&1; then user=postgres; fi
  chown "$user" "$home"
fi

as_user() {
  if [ -z "$user" ]; then "$@"
  elif command -v setpriv >/dev/null 2>&1; then setpriv --reuid "$(id -u "$user")" --regid "$(id -g "$user")" --clear-groups "$@"
  else runuser -u "$user" -- "$@"
  fi
}

# A background job of its own: not a child of the caller once this script returns, so killing the caller's process tree spares it.
exec 3<&0
(
  trap '' HUP INT TERM
  cat <&3
  cd /
  as_user "$bin/pg_ctl" stop -w -m immediate -D "$home/data" || true
  rm -rf "$home"
) >/dev/null 2>&1 &

make_cluster() {
  as_user "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --no-sync "$@" >"$home/initdb.log" 2>&1
}
# A linguistic order, so that a test sees what depends on the locale of the database.
make_cluster --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US || make_cluster --locale=C.UTF-8 || make_cluster --no-locale || { cat "$home/initdb.log" >&2; exit 1; }

# Nothing here outlives the process, so nothing has to survive a crash.
cat >>"$home/data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
END

as_user "$bin/pg_ctl" start -w -t 60 -D "$home/data" -l "$home/data/server.log" >/dev/null 2>&1 ||
  { cat "$home/data/server.log" >&2; exit 1; }

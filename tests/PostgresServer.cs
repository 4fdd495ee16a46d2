using System.Diagnostics;
using System.Globalization;

namespace Supervision.Tests;

/// <summary>
/// A throw-away PostgreSQL server of the installed version, with its own data folder and reachable by a socket in that
/// folder only, so that no port can be taken. Without PostgreSQL a test is skipped, except in CI, where that is a failure.
/// </summary>
/// <remarks>
/// A shell owns the server and waits on its standard input: however the tests end, killed included, the input closes, the
/// server stops and its folder goes away.
/// </remarks>
internal sealed class PostgresServer : IDisposable
{
    private const string Script = """
        bin=$1 dir=$2
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- env LC_ALL=C.UTF-8 "$@"; else env LC_ALL=C.UTF-8 "$@"; fi; }
        finish() { as "$bin/pg_ctl" -D "$dir/data" -m immediate stop; rm -rf "$dir"; }
        cd / && trap 'finish > /dev/null 2>&1' EXIT && trap 'exit 1' HUP INT TERM
        [ "$(id -u)" != 0 ] || chown postgres "$dir"
        as "$bin/initdb" -D "$dir/data" -U app --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync > "$dir/log" 2>&1 &&
          as "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/data/log" -o "-c listen_addresses='' -c unix_socket_directories='$dir' -c fsync=off" start >> "$dir/log" 2>&1 ||
          { tail -n 5 "$dir/log" "$dir/data/log"; exit 1; }
        echo ready
        cat > /dev/null
        """;

    private static readonly Lazy<PostgresServer> s_shared = new(Start);
    private static int s_databases;
    private readonly Process _shell;
    private readonly string _bin;
    private readonly string _folder;

    private PostgresServer(Process shell, string bin, string folder) => (_shell, _bin, _folder) = (shell, bin, folder);

    /// <summary>The server that all tests of this process share; started at the first use, some 2 seconds.</summary>
    public static PostgresServer Shared => s_shared.Value;

    /// <summary>Starts a server of one's own, to be disposed of: for a test that stops it or changes its settings.</summary>
    public static PostgresServer Start()
    {
        if (BinFolder() is not { } bin)
        {
            const string Absent = "POSTGRESQL ABSENT: install the package postgresql, or put initdb and pg_ctl on the PATH.";
            if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            {
                Assert.Fail(Absent);
            }

            Assert.Skip(Absent);
            throw new UnreachableException();
        }

        var folder = Directory.CreateTempSubdirectory("supervision-pg-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", Script, "sh", bin, folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var shell = Process.Start(start)!;
        if (shell.StandardOutput.ReadLine() is var said && said != "ready")
        {
            Assert.Fail($"PostgreSQL did not start: {said}\n{shell.StandardOutput.ReadToEnd()}");
        }

        return new PostgresServer(shell, bin, folder);
    }

    /// <summary>What Npgsql needs to reach a database of this server.</summary>
    public string ConnectionString(string database) =>
        $"Host={_folder};Username=app;Database={database};Include Error Detail=true";

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public string NewDatabase()
    {
        var name = "t" + Interlocked.Increment(ref s_databases).ToString(CultureInfo.InvariantCulture);
        using var made = Process.Start(Path.Combine(_bin, "createdb"), ["-h", _folder, "-U", "app", name]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return ConnectionString(name);
    }

    /// <summary>Ends the postmaster by SIGKILL, waits until its children have seen it, and starts the server again, which recovers.</summary>
    public void KillAndRestart()
    {
        const string Again = """
            bin=$1 dir=$2 pid=$(head -1 "$2/data/postmaster.pid")
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- env LC_ALL=C.UTF-8 "$@"; else env LC_ALL=C.UTF-8 "$@"; fi; }
            cd / && kill -9 "$pid"
            for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
              as "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/data/log" -o "-c listen_addresses='' -c unix_socket_directories='$dir' -c fsync=off" start >> "$dir/log" 2>&1 && exit 0
              sleep 0.5
            done
            tail -5 "$dir/data/log"; exit 1
            """;
        using var shell = Process.Start("sh", ["-c", Again, "sh", _bin, _folder]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    // Debian keeps each version in a folder of its own, off the PATH: the newest counts.
    private static string? BinFolder()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var v) ? v : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")));
    }
}

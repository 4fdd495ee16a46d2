namespace Supervision.Console.Shell;

/// <summary>What a script may rely on. The help of every command and docs/reference/console.md list them.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>Refused, or failed: one line on stderr says why, with its code.</summary>
    Failed = 1,

    /// <summary>The command line is wrong; nothing was started.</summary>
    Usage = 2,

    /// <summary>Done, and problems were found: rows were rejected, a verification failed.</summary>
    ProblemsFound = 3,

    /// <summary>The actor may not do this.</summary>
    NotAllowed = 4,

    /// <summary>Interrupted by SIGINT or SIGTERM; what was finished is kept.</summary>
    Interrupted = 130,
}

using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Sampling;

namespace Supervision.Hosting.Draws;

/// <summary>The public files of a draw in a folder. Files appear whole or not at all.</summary>
internal sealed class BundleFolder(string path)
{
    public string Path { get; } = path;

    /// <summary>The folder of one draw below that of all.</summary>
    public static BundleFolder Of(string folder, string drawId) => new(System.IO.Path.Combine(folder, drawId));

    /// <summary>The folder beside this one that is not for the public: secrets, salts, and the whole bundle of a sealed draw.</summary>
    public BundleFolder Private => new(Path + ".private");

    public bool Exists => Directory.Exists(Path);

    public void Write(DrawBundle bundle, BundleForm form = BundleForm.Public) => Write(create => bundle.Write(create, form));

    public void Write(MatchBundle match) => Write(match.Write);

    /// <summary>Writes what is not public of an announcement: its secrets, and the frame with its salts.</summary>
    public void Keep(AnnouncedDraw announced, SecretsFile secrets)
    {
        secrets.Write(Private);
        Private.Write(create => announced.Write(create, BundleForm.Auditor));
    }

    public Outcome<MatchBundle> ReadMatch() => MatchBundle.Read(Open);

    public VerificationReport Verify(AnnouncementLog? log = null) => BundleVerifier.Verify(Open, log);

    /// <summary>Where the matching of a draw lies: with what is kept back as long as the draw is sealed.</summary>
    public BundleFolder OfMatching(bool isSealed) => isSealed ? Private : this;

    /// <summary>The draw whole, and its matching once officers are drawn.</summary>
    public Outcome<(DrawBundle Draw, MatchBundle? Match)> ReadWhole(bool isSealed)
    {
        if (!DrawBundle.Read((Private.Exists ? Private : this).Open).TryGet(out var draw, out var refusal))
        {
            return refusal;
        }

        MatchBundle? match = null;
        var matched = OfMatching(isSealed);
        return File.Exists(matched.InFolder(BundleFile.MatchAnnouncement)) && !matched.ReadMatch().TryGet(out match, out refusal) ? refusal : (draw, match);
    }

    /// <summary>Writes anew what a replacement changed; what is kept back stays back.</summary>
    public void Write(SubjectReplacement done, bool isSealed)
    {
        if (Private.Exists)
        {
            Private.Write(done.Draw, BundleForm.Auditor);
        }

        if (!isSealed)
        {
            Write(done.Draw);
        }

        if (done.Match is { } match)
        {
            OfMatching(isSealed).Write(match);
        }
    }

    /// <summary>Shows the public what was kept back: the whole draw, and its matching.</summary>
    public void Unseal(DrawBundle whole)
    {
        Write(whole);
        foreach (var file in BundleFile.OfMatching.Where(name => File.Exists(Private.InFolder(name))))
        {
            File.Copy(Private.InFolder(file), InFolder(file), overwrite: true);
        }
    }

    /// <summary>
    /// Keeps others out of the acts of this draw, or of its plan, until it is disposed: of two at once the one that is not saved would write
    /// over the secrets of the other.
    /// </summary>
    /// <exception cref="IOException">Somebody else holds it.</exception>
    public FileStream Hold()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
    }

    public string InFolder(string name) => System.IO.Path.Combine(Path, name);

    public FileStream? Open(string name) => File.Exists(InFolder(name)) ? File.OpenRead(InFolder(name)) : null;

    public void Write(Action<Func<string, Stream>> write)
    {
        var names = new List<string>();
        write(name => Create(name, names));
        Show(names);
    }

    public async Task WriteAsync(Func<Func<string, Stream>, Task> write)
    {
        var names = new List<string>();
        await write(name => Create(name, names));
        Show(names);
    }

    private FileStream Create(string name, List<string> names)
    {
        Directory.CreateDirectory(Path);
        names.Add(name);
        return File.Create(Temporary(name));
    }

    private void Show(List<string> names)
    {
        foreach (var name in names)
        {
            using (var written = File.OpenHandle(Temporary(name), FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written); // the database that names it is on the disk too when it says so
            }

            File.Move(Temporary(name), InFolder(name), overwrite: true);
        }
    }

    private string Temporary(string name) => InFolder(name) + ".part";
}

using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>The public files of a draw in a folder. Files appear whole or not at all.</summary>
internal sealed class BundleFolder(string path)
{
    public string Path { get; } = path;

    /// <summary>The folder beside this one that is not for the public: secrets, salts, and the whole bundle of a sealed draw.</summary>
    public BundleFolder Private => new(Path + ".private");

    public bool Exists => Directory.Exists(Path);

    public void Write(DrawBundle bundle, BundleForm form = BundleForm.Public) => Write(create => bundle.Write(create, form));

    public void Write(MatchBundle match) => Write(match.Write);

    public Outcome<MatchBundle> ReadMatch() => MatchBundle.Read(Open);

    public VerificationReport Verify(AnnouncementLog? log = null) => BundleVerifier.Verify(Open, log);

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
            File.Move(Temporary(name), InFolder(name), overwrite: true);
        }
    }

    private string Temporary(string name) => InFolder(name) + ".part";
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Storage.Persons;

/// <summary>
/// The keys of personal data: one that hashes identity numbers for search (two while hashes are carried over), and numbered ones that encrypt (AES-256-GCM), of which
/// the newest is current. Keep it apart from the database and its backups. Immutable and thread-safe.
/// </summary>
public sealed class PersonKeyRing
{
    private const string Format = "supervision-person-keys/1";
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeadSize = 4 + NonceSize + TagSize;

    private readonly byte[] _search;
    private readonly SortedDictionary<int, byte[]> _keys;

    private readonly byte[]? _olderSearch;

    private PersonKeyRing(byte[] search, SortedDictionary<int, byte[]> keys, byte[]? olderSearch = null) =>
        (_search, _keys, _olderSearch) = (search, keys, olderSearch);

    /// <summary>Number of the key that encrypts from now on.</summary>
    public int CurrentKey => _keys.Last().Key;

    /// <summary>Numbers of all keys.</summary>
    public IReadOnlyCollection<int> Keys => _keys.Keys;

    /// <summary>Whether some hashes may still be those of the search key before the current one.</summary>
    public bool HasOlderSearchKey => _olderSearch is not null;

    /// <summary>A new ring with one key.</summary>
    public static PersonKeyRing New() => new(
        RandomNumberGenerator.GetBytes(KeySize), new() { [1] = RandomNumberGenerator.GetBytes(KeySize) });

    /// <summary>Reads a ring. SUP6118: it is none.</summary>
    public static Outcome<PersonKeyRing> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            var search = json.GetProperty("search").GetBytesFromBase64();
            var older = json.TryGetProperty("olderSearch", out var second) ? second.GetBytesFromBase64() : null;
            var keys = new SortedDictionary<int, byte[]>();
            foreach (var key in json.GetProperty("keys").EnumerateObject())
            {
                keys.Add(int.Parse(key.Name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture), key.Value.GetBytesFromBase64());
            }

            if (json.GetProperty("format").GetString() == Format && search.Length == KeySize && (older is null || older.Length == KeySize) && keys.Count > 0
                && keys.All(key => key.Key > 0 && key.Value.Length == KeySize))
            {
                return new PersonKeyRing(search, keys, older);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or ArgumentException)
        {
            // Answered below, without a word of what stands in the file.
        }

        return Refusal.Of("SUP6118");
    }

    /// <summary>The ring as a file; whoever holds it can read all personal data.</summary>
    public string ToJson() => CanonicalJson.Of(json =>
    {
        json.WriteString("format", Format);
        json.WriteBase64String("search", _search);
        if (_olderSearch is not null)
        {
            json.WriteBase64String("olderSearch", _olderSearch);
        }

        json.WriteStartObject("keys");
        foreach (var (number, key) in _keys)
        {
            json.WriteBase64String(number.ToString(System.Globalization.CultureInfo.InvariantCulture), key);
        }

        json.WriteEndObject();
    });

    /// <summary>The ring with one more key, which is current. The search key stays, see <see cref="RotateSearch"/>.</summary>
    public PersonKeyRing Rotate() => new(
        _search, new(_keys) { [CurrentKey + 1] = RandomNumberGenerator.GetBytes(KeySize) }, _olderSearch);

    /// <summary>
    /// The ring with another search key; by the one before it persons are still found until <c>person reencrypt</c> has hashed them anew.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are two already: reencrypt, then <see cref="WithoutOldKeys"/>.</exception>
    public PersonKeyRing RotateSearch() => _olderSearch is null
        ? new(RandomNumberGenerator.GetBytes(KeySize), new(_keys), _search)
        : throw new InvalidOperationException("The search key was changed before and the older one is still there: run \"supervision person reencrypt\", then \"person keys FILE --drop-old\".");

    /// <summary>The ring with its current keys only, once everything is encrypted and hashed by them.</summary>
    public PersonKeyRing WithoutOldKeys() => new(_search, new() { [CurrentKey] = _keys[CurrentKey] });

    /// <summary>HMAC-SHA-256 of an identity number: equal for equal numbers, and no use without the search key.</summary>
    internal byte[] SearchHash(string idNumber) => HMACSHA256.HashData(_search, Encoding.UTF8.GetBytes(idNumber));

    /// <summary>The hash by the search key before the current one; the current hash where there is none.</summary>
    internal byte[] OlderSearchHash(string idNumber) => HMACSHA256.HashData(_olderSearch ?? _search, Encoding.UTF8.GetBytes(idNumber));

    /// <summary>Number of the key, nonce, tag and ciphertext. It opens only in the same place.</summary>
    internal byte[] Seal(string text, string place)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var box = new byte[HeadSize + clear.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, CurrentKey);
        var nonce = box.AsSpan(4, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_keys[CurrentKey], TagSize);
        cipher.Encrypt(nonce, clear, box.AsSpan(HeadSize), box.AsSpan(4 + NonceSize, TagSize), Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <summary>What was sealed. SUP9025: the ring lacks the key; SUP9026: it was altered, or stood in another place.</summary>
    internal string Open(ReadOnlySpan<byte> box, string place)
    {
        var number = box.Length >= HeadSize ? KeyOf(box) : 0;
        if (!_keys.TryGetValue(number, out var key))
        {
            throw new StorageException(FormattableString.Invariant(
                $"SUP9025: personal data of {place} are encrypted by key {number}, which the key ring lacks. Use the ring that has it."));
        }

        try
        {
            var clear = new byte[box.Length - HeadSize];
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(box.Slice(4, NonceSize), box[HeadSize..], box.Slice(4 + NonceSize, TagSize), clear, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(clear);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new StorageException(
                $"SUP9026: the encrypted data of {place} were altered, or belong elsewhere. Restore them from a backup.", exception);
        }
    }

    /// <summary>Number of the key that sealed something.</summary>
    internal static int KeyOf(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadInt32BigEndian(box);
}

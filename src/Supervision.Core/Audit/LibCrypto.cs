using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Supervision.Audit;

/// <summary>The few functions of OpenSSL's libcrypto 3 that SM2 needs. Absent libraries are found out once, without an exception.</summary>
[SuppressMessage("Interoperability", "SYSLIB1054", Justification = "LibraryImport would need unsafe code in the whole assembly.")]
internal static class LibCrypto
{
    private const string Library = "libcrypto.so.3";

    // GM/T 0009-2012: the identity that is signed with when none was agreed on.
    private static readonly byte[] s_identity = "1234567812345678"u8.ToArray();

    private static readonly Lazy<bool> s_isPresent = new(static () =>
        NativeLibrary.TryLoad(Library, typeof(LibCrypto).Assembly, DllImportSearchPath.SafeDirectories, out var library)
        && NativeLibrary.TryGetExport(library, "EVP_DigestSignInit_ex", out _)
        && Sm2IsOffered());

    public static bool IsPresent => s_isPresent.Value;

    public static IntPtr GenerateSm2()
    {
        var context = EVP_PKEY_CTX_new_from_name(IntPtr.Zero, "SM2", null);
        try
        {
            var key = IntPtr.Zero;
            Demand(context != IntPtr.Zero && EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_generate(context, ref key) == 1);
            return key;
        }
        finally
        {
            EVP_PKEY_CTX_free(context);
        }
    }

    /// <summary>The key, or zero when the bytes hold no SM2 key.</summary>
    public static IntPtr ReadSm2(byte[] der, bool isPrivate)
    {
        var pinned = GCHandle.Alloc(der, GCHandleType.Pinned);
        try
        {
            var at = pinned.AddrOfPinnedObject();
            var key = isPrivate ? d2i_AutoPrivateKey(IntPtr.Zero, ref at, der.Length) : d2i_PUBKEY(IntPtr.Zero, ref at, der.Length);
            if (key != IntPtr.Zero && EVP_PKEY_is_a(key, "SM2") == 1)
            {
                return key;
            }

            EVP_PKEY_free(key);
            ERR_clear_error();
            return IntPtr.Zero;
        }
        finally
        {
            pinned.Free();
        }
    }

    public static byte[] WritePublic(IntPtr key) => Written((IntPtr place) => i2d_PUBKEY(key, place));

    public static byte[] WritePrivate(IntPtr key)
    {
        var info = EVP_PKEY2PKCS8(key);
        Demand(info != IntPtr.Zero);
        try
        {
            return Written((IntPtr place) => i2d_PKCS8_PRIV_KEY_INFO(info, place));
        }
        finally
        {
            PKCS8_PRIV_KEY_INFO_free(info);
        }
    }

    public static byte[] SignSm2(IntPtr key, byte[] message) => WithDigest(key, isSigning: true, context =>
    {
        nuint length = 0;
        Demand(EVP_DigestSign(context, null, ref length, message, (nuint)message.Length) == 1);
        var signature = new byte[length];
        Demand(EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length) == 1);
        return signature[..(int)length];
    });

    public static bool VerifySm2(IntPtr key, byte[] message, byte[] signature) => WithDigest(key, isSigning: false, context =>
    {
        var isSigned = EVP_DigestVerify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        ERR_clear_error();
        return isSigned;
    });

    public static void Free(IntPtr key) => EVP_PKEY_free(key);

    private static bool Sm2IsOffered()
    {
        var context = EVP_PKEY_CTX_new_from_name(IntPtr.Zero, "SM2", null);
        ERR_clear_error();
        EVP_PKEY_CTX_free(context);
        return context != IntPtr.Zero;
    }

    private static T WithDigest<T>(IntPtr key, bool isSigning, Func<IntPtr, T> use)
    {
        var context = EVP_MD_CTX_new();
        try
        {
            var started = isSigning
                ? EVP_DigestSignInit_ex(context, out var how, "SM3", IntPtr.Zero, null, key, IntPtr.Zero)
                : EVP_DigestVerifyInit_ex(context, out how, "SM3", IntPtr.Zero, null, key, IntPtr.Zero);
            Demand(started == 1 && EVP_PKEY_CTX_set1_id(how, s_identity, s_identity.Length) == 1);
            return use(context);
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    // The i2d functions say the length for a null, and else write there and move the pointer on.
    private static byte[] Written(Func<IntPtr, int> write)
    {
        var length = write(IntPtr.Zero);
        Demand(length > 0);
        var bytes = new byte[length];
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        var place = GCHandle.Alloc(pinned.AddrOfPinnedObject(), GCHandleType.Pinned);
        try
        {
            Demand(write(place.AddrOfPinnedObject()) == length);
            return bytes;
        }
        finally
        {
            place.Free();
            pinned.Free();
        }
    }

    private static void Demand(bool isDone)
    {
        if (!isDone)
        {
            ERR_clear_error();
            throw new CryptographicException("libcrypto refused an operation on an SM2 key.");
        }
    }

    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr EVP_PKEY_CTX_new_from_name(IntPtr library, string name, string? query);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_PKEY_CTX_free(IntPtr context);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_PKEY_keygen_init(IntPtr context);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_PKEY_generate(IntPtr context, ref IntPtr key);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_PKEY_CTX_set1_id(IntPtr context, byte[] identity, int length);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_PKEY_free(IntPtr key);

    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_PKEY_is_a(IntPtr key, string name);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr d2i_AutoPrivateKey(IntPtr key, ref IntPtr at, nint length);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr d2i_PUBKEY(IntPtr key, ref IntPtr at, nint length);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int i2d_PUBKEY(IntPtr key, IntPtr place);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr EVP_PKEY2PKCS8(IntPtr key);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int i2d_PKCS8_PRIV_KEY_INFO(IntPtr info, IntPtr place);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void PKCS8_PRIV_KEY_INFO_free(IntPtr info);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr EVP_MD_CTX_new();

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_MD_CTX_free(IntPtr context);

    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSignInit_ex(
        IntPtr context, out IntPtr how, string digest, IntPtr library, string? query, IntPtr key, IntPtr parameters);

    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestVerifyInit_ex(
        IntPtr context, out IntPtr how, string digest, IntPtr library, string? query, IntPtr key, IntPtr parameters);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSign(IntPtr context, byte[]? signature, ref nuint length, byte[] message, nuint messageLength);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestVerify(IntPtr context, byte[] signature, nuint length, byte[] message, nuint messageLength);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ERR_clear_error();
}

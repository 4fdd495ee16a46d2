using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// The NIST randomness beacon 2.0: a pulse as JSON. <c>outputValue</c> must be SHA-512 of all other fields and the signature, in the
/// serialisation of NISTIR 8213; chain and pulse must be the announced ones. The RSA signature is not checked here. With
/// the pulse before, <see cref="Follows"/> checks the link and that the random value was committed to a minute earlier.
/// </summary>
public sealed class NistBeacon : IBeacon
{
    private const int ValueSize = 64;

    /// <inheritdoc/>
    /// <remarks>Pulses may be missing, hence a pulse number alone has no time.</remarks>
    public DateTimeOffset? DueAt(BeaconRound round) => null;

    /// <inheritdoc/>
    public Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record) => BeaconRecord.Json(round, record, json =>
    {
        var pulse = json.GetProperty("pulse");
        var (chain, number) = (Text(pulse, "chainIndex"), pulse.GetProperty("pulseIndex").GetInt64());
        if (chain != round.Chain || number != round.Round)
        {
            return BeaconRecord.OtherRound(round, $"{chain} {Invariant.Text(number)}");
        }

        var output = BeaconRecord.Bytes(pulse, "outputValue");
        return output.Length != ValueSize || !SHA512.HashData(Serialised(pulse)).AsSpan().SequenceEqual(output)
            ? BeaconRecord.Contradiction(round, "outputValue")
            : new BeaconValue(round, output, "rsa-signature");
    });

    /// <summary>
    /// Whether a pulse follows another: it names that one's output as its previous value, and its local random value is what that one
    /// had committed to (SHA-512). Null when it does; SUP4241 or SUP4243 otherwise.
    /// </summary>
    public static Refusal? Follows(BeaconRound round, ReadOnlySpan<byte> record, ReadOnlySpan<byte> recordBefore)
    {
        var before = recordBefore.ToArray();
        var outcome = BeaconRecord.Json(round, record, json =>
        {
            using var document = JsonDocument.Parse(before);
            var (pulse, earlier) = (json.GetProperty("pulse"), document.RootElement.GetProperty("pulse"));
            var previous = pulse.GetProperty("listValues").EnumerateArray()
                .FirstOrDefault(value => value.GetProperty("type").ValueEquals("previous"));
            if (previous.ValueKind == JsonValueKind.Undefined
                || !BeaconRecord.Bytes(previous, "value").AsSpan().SequenceEqual(BeaconRecord.Bytes(earlier, "outputValue")))
            {
                return BeaconRecord.Contradiction(round, "previous");
            }

            return SHA512.HashData(BeaconRecord.Bytes(pulse, "localRandomValue")).AsSpan()
                .SequenceEqual(BeaconRecord.Bytes(earlier, "precommitmentValue"))
                    ? new BeaconValue(round, [], "rsa-signature")
                    : BeaconRecord.Contradiction(round, "precommitmentValue");
        });
        return outcome.Refusal;
    }

    // Every text and every byte string after its length in 4 bytes; numbers as 4 bytes, the two indexes as 8.
    private static ReadOnlySpan<byte> Serialised(JsonElement pulse)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Add(Encoding.UTF8.GetBytes(Text(pulse, "uri")));
        Add(Encoding.UTF8.GetBytes(Text(pulse, "version")));
        Add32(pulse.GetProperty("cipherSuite").GetInt32());
        Add32(pulse.GetProperty("period").GetInt32());
        Add(BeaconRecord.Bytes(pulse, "certificateId"));
        Add64(pulse.GetProperty("chainIndex").GetInt64());
        Add64(pulse.GetProperty("pulseIndex").GetInt64());
        Add(Encoding.UTF8.GetBytes(Text(pulse, "timeStamp")));
        Add(BeaconRecord.Bytes(pulse, "localRandomValue"));
        var external = pulse.GetProperty("external");
        Add(BeaconRecord.Bytes(external, "sourceId"));
        Add32(external.GetProperty("statusCode").GetInt32());
        Add(BeaconRecord.Bytes(external, "value"));
        foreach (var value in pulse.GetProperty("listValues").EnumerateArray())
        {
            Add(BeaconRecord.Bytes(value, "value"));
        }

        Add(BeaconRecord.Bytes(pulse, "precommitmentValue"));
        Add32(pulse.GetProperty("statusCode").GetInt32());
        bytes.Write(BeaconRecord.Bytes(pulse, "signatureValue"));
        return bytes.WrittenSpan;

        void Add(byte[] field)
        {
            Add32(field.Length);
            bytes.Write(field);
        }

        void Add32(int number)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), number);
            bytes.Advance(4);
        }

        void Add64(long number)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), number);
            bytes.Advance(8);
        }
    }

    private static string Text(JsonElement json, string name)
    {
        var value = json.GetProperty(name);
        return value.ValueKind == JsonValueKind.Number
            ? value.GetInt64().ToString(CultureInfo.InvariantCulture)
            : value.GetString() ?? throw new FormatException(name);
    }
}

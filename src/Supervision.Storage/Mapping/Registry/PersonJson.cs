namespace Supervision.Storage.Mapping.Registry;

internal sealed record PersonJson(string IdNumber, string Name, string Phone, bool IsHead = false);

using Supervision.Data;

namespace Supervision.Web.Api;

/// <summary>What is to be delivered of the agency's own acts.</summary>
/// <param name="Channel">Channel, each with batches of its own.</param>
/// <param name="Profile">How they are told.</param>
internal sealed record ActsToExport(string Channel, ExportProfile Profile);

using Supervision.Cases;
using Supervision.Documents;

namespace Supervision.Web.Api;

/// <summary>A step of a case together with the document that law demands for it.</summary>
/// <param name="Entry">The step.</param>
/// <param name="Desk">What the document says of the agency: short name, contact, address for checking it.</param>
internal sealed record CaseStepWithDocument(CaseEntry Entry, CaseDesk Desk);

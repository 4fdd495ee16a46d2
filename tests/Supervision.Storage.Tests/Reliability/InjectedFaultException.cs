namespace Supervision.Storage.Tests.Reliability;

/// <summary>The fault that a test put into a call.</summary>
public sealed class InjectedFaultException(string call) : IOException($"{call} failed because a test wished it.");

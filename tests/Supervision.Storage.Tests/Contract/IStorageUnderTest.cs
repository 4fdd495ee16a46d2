namespace Supervision.Storage.Tests.Contract;

/// <summary>What the contract suite needs of an engine: a fresh database, and a way in behind the library's back.</summary>
public interface IStorageUnderTest : IAsyncDisposable
{
    /// <summary>Opens the database, or opens it again after <see cref="CloseAsync"/>.</summary>
    Task<IServiceProvider> OpenAsync();

    /// <summary>Opens it with services that have a clock and the use cases already; whoever asks disposes of the provider.</summary>
    Task<IServiceProvider> OpenAsync(Microsoft.Extensions.DependencyInjection.IServiceCollection services);

    /// <summary>The keys of personal data, from the next opening on; null for none.</summary>
    Supervision.Storage.Persons.PersonKeyRing? Keys { get; set; }

    /// <summary>What a test changes in the container before the next opening; null for nothing.</summary>
    Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? Configure { get; set; }

    Task CloseAsync();

    /// <summary>Changes the closed database with plain SQL.</summary>
    void Tamper(string sql);

    /// <summary>All rows of all tables of the closed database as text, in a fixed order.</summary>
    string Dump();
}

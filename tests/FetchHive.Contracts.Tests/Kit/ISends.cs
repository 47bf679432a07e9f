using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Contracts.Tests.Kit;

// These tests send what the rules warn about on purpose, and check what happens.
#pragma warning disable FH2007, FH2011, FH2016, FH2017

/// <summary>A method with one input. An annotated interface inherits one of these for each type that it sends.</summary>
public interface ISends<T>
{
    Task SendAsync(T value, CancellationToken cancellationToken);
}

/// <summary>The same, as text.</summary>
public interface ISendsText<T>
{
    Task SendTextAsync([Input(AsText = true)] T value, CancellationToken cancellationToken);
}

/// <summary>The same, as metadata.</summary>
public interface ISendsMetadata<T>
{
    Task SendMetadataAsync([Metadata] T value, CancellationToken cancellationToken);
}

using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Contracts.Tests.Kit;

// What these rules warn of is meant where it is sent here: the tests say what happens all the same.
#pragma warning disable FH2007, FH2011, FH2016, FH2017

/// <summary>A method with one input. An interface that is annotated inherits one of these for each type that it sends.</summary>
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

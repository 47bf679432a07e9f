using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FetchHive.AspNetCore;

/// <summary>The contract of a callback endpoint: metadata for finding its address.</summary>
internal sealed record EndpointContract(string Deployment, string Variant, string Method, Type Output)
{
    public static EndpointContract Of<T>(CallbackContract<T> contract) =>
        new(contract.Deployment, contract.Variant, contract.Method, typeof(T));
}

/// <summary>Finds the endpoints of a contract, wherever they are mapped. Prefixes of groups are part of an endpoint's pattern.</summary>
internal sealed class CallbackAddressScheme(EndpointDataSource endpoints) : IEndpointAddressScheme<EndpointContract>
{
    public IEnumerable<Endpoint> FindEndpoints(EndpointContract address)
    {
        foreach (Endpoint endpoint in endpoints.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<EndpointContract>() == address)
            {
                yield return endpoint;
            }
        }
    }
}

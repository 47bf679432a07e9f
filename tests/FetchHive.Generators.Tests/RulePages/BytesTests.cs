using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>FH2007 is a warning that users suppress place by place, so each place must have its own.</summary>
public class BytesTests
{
    [Fact]
    public Task Every_parameter_and_every_property_of_bytes_is_warned_about() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        public sealed record Page(byte[] Picture, byte[]? Thumbnail);

        [FetchHiveDeployment("describe-pictures", "production")]
        public partial interface IDescribePictures
        {
            Task<string> RunAsync({|FH2007:byte[]|} picture, {|FH2007:byte[]|} mask, CancellationToken cancellationToken);

            Task<string> RunOnAllAsync({|FH2007:List<byte[]>|} pictures, {|FH2007:List<byte[]>|} masks, CancellationToken cancellationToken);

            Task<string> RunOnSomeAsync({|FH2007:Dictionary<string, ReadOnlyMemory<byte>?>|} pictures, CancellationToken cancellationToken);

            Task<string> RunOnPagesAsync({|FH2007:{|FH2007:Page|}|} page, CancellationToken cancellationToken);
        }
        """);

    [Fact]
    public Task A_collection_of_itself_does_not_loop_forever() => Verify.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        public sealed class Tree : List<Tree[]>;

        [FetchHiveDeployment("describe-trees", "production")]
        public partial interface IDescribeTrees
        {
            Task<string> RunAsync(Tree tree, CancellationToken cancellationToken);
        }
        """);
}

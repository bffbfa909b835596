using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>The texts and data of exceptions, and what is answered in their place.</summary>
internal sealed class FailureOutlet() : CatalogueOutlet(ApiTrait.FailureText)
{
    public override IEnumerable<LoggedValue>? WrittenBy(IOperation operation, PipelineProject project, string rule) => operation switch
    {
        IObjectCreationOperation creation => ExceptionTexts.In(creation) ?? base.WrittenBy(operation, project, rule),
        IInvocationOperation call => ExceptionTexts.In(call) ?? ExceptionTexts.Thrown(call) ?? base.WrittenBy(operation, project, rule),
        _ => base.WrittenBy(operation, project, rule),
    };
}

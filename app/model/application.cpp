#include "model/application.h"

#include <algorithm>

namespace golive {

std::optional<Instance> Application::instanceOf(Environment environment) const
{
    const auto found = std::find_if(instances.cbegin(), instances.cend(),
                                    [environment](const Instance &each) { return each.environment == environment; });
    return found == instances.cend() ? std::nullopt : std::optional(*found);
}

} // namespace golive
